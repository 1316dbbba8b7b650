// What JavaScript adds to the console, where there is any: dropping a file, and seeing how far it is.

/** Served as it stands. Every form works without it. */
export const CONSOLE_SCRIPT = `'use strict'
for (const form of document.querySelectorAll('form[data-upload]')) {
  const input = form.querySelector('input[type=file]')
  const drop = form.querySelector('.drop')
  const status = form.querySelector('[data-progress]')
  form.querySelector('[data-drop]').hidden = false
  for (const name of ['dragenter', 'dragover'])
    drop.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.add('over')
    })
  for (const name of ['dragleave', 'drop'])
    drop.addEventListener(name, () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const request = new XMLHttpRequest()
    const button = form.querySelector('button')
    button.disabled = true
    const bar = document.createElement('progress')
    const say = (text) => status.replaceChildren(text, ' ', bar)
    bar.setAttribute('aria-label', form.dataset.sending)
    say(form.dataset.sending)
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.max = total
      bar.value = loaded
    })
    request.upload.addEventListener('load', () => {
      bar.removeAttribute('value')
      say(form.dataset.reading + '…')
    })
    request.addEventListener('load', () => {
      if (request.status < 400) return location.assign(request.responseURL)
      const answer = new DOMParser().parseFromString(request.responseText, 'text/html')
      document.querySelector('main').replaceWith(answer.querySelector('main'))
      document.querySelector('main').scrollIntoView()
    })
    request.addEventListener('error', () => HTMLFormElement.prototype.submit.call(form))
    request.open('POST', form.action)
    request.send(new FormData(form))
  })
}
for (const rule of document.querySelectorAll('fieldset.rule')) {
  const shape = rule.querySelector('select')
  const shown = {
    none: [], weekly: ['repeatDay', 'repeatEvery', 'repeatUntil'],
    'monthly-day': ['repeatOrdinal', 'repeatDay', 'repeatEvery', 'repeatUntil'],
    'monthly-date': ['repeatEvery', 'repeatUntil'], yearly: ['repeatEvery', 'repeatUntil'], own: ['rrule'],
  }
  const show = () => {
    for (const part of rule.querySelectorAll(':scope > label, :scope > div')) {
      const field = part.querySelector('input')
      if (field) part.hidden = !shown[shape.value].includes(field.name)
    }
  }
  shape.addEventListener('change', show)
  show()
}
`
