// What JavaScript adds to the pages of personal feeds: the preview follows what is chosen.

/** Served as it stands. Every form works without it: a button shows the preview. */
export const MY_SCRIPT = `'use strict'
for (const form of document.querySelectorAll('form[data-preview]')) {
  form.classList.add('scripted')
  let latest = 0
  let waiting = 0
  const show = async () => {
    const mine = ++latest
    const place = document.getElementById('preview')
    place.classList.add('waiting')
    const query = new URLSearchParams(new FormData(form))
    try {
      const answer = await fetch(form.dataset.preview + '?' + query, { headers: { Accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (mine !== latest) return
      for (const id of ['preview', 'count']) {
        const fresh = page.getElementById(id)
        if (fresh) document.getElementById(id).replaceWith(fresh)
      }
      document.dispatchEvent(new Event('shown'))
    } catch {
      // Without an answer the last preview stays; making the link checks everything again.
    } finally {
      if (mine === latest) document.getElementById('preview').classList.remove('waiting')
    }
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(show, 250)
  }
  form.addEventListener('input', soon)
}
`
