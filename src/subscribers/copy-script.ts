// What JavaScript adds to an address: a button that copies it. Without one the field is selected by hand.

export const COPY_SCRIPT = `'use strict'
for (const button of document.querySelectorAll('button[data-copy]')) {
  const field = document.getElementById(button.dataset.copy)
  const said = button.textContent
  field.addEventListener('focus', () => field.select())
  button.hidden = false
  button.addEventListener('click', async () => {
    field.select()
    let copied = false
    try {
      await navigator.clipboard.writeText(field.value)
      copied = true
    } catch {
      copied = document.execCommand('copy')
    }
    button.textContent = copied ? button.dataset.done : button.dataset.failed
    setTimeout(() => { button.textContent = said }, 4000)
  })
}
`
