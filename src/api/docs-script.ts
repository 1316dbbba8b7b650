// What JavaScript adds to the documentation: a call that can be changed and made from the page.

const MAX_SHOWN_CHARS = 20_000

export const DOCS_SCRIPT = `'use strict'
{
  const { word: runWord, address: addressWord, asking, cut, failed } = document.querySelector('main').dataset
  const made = (name, properties) => Object.assign(document.createElement(name), properties)
  const shown = async (answer) => {
    const text = await answer.text()
    const json = /json/.test(answer.headers.get('content-type') ?? '')
    const whole = json ? JSON.stringify(JSON.parse(text), null, 2) : text
    return whole.length > ${MAX_SHOWN_CHARS} ? whole.slice(0, ${MAX_SHOWN_CHARS}) + '\\n… ' + cut : whole
  }
  const ask = async (field, state, output) => {
    const url = new URL(field.value, location.href)
    state.textContent = asking
    output.hidden = true
    const begun = performance.now()
    try {
      if (url.origin !== location.origin) throw new Error(url.origin)
      const answer = await fetch(url)
      const body = await shown(answer)
      const headers = [...answer.headers].map(([name, value]) => name + ': ' + value).join('\\n')
      const took = Math.round(performance.now() - begun)
      state.textContent = answer.status + ' ' + answer.statusText + ' · ' + took + ' ms'
      output.textContent = headers + '\\n\\n' + body
      output.hidden = false
    } catch (error) {
      state.textContent = failed + ' ' + error.message
    }
  }
  for (const place of document.querySelectorAll('[data-run]')) {
    const form = made('form', { className: 'run' })
    const field = made('input', { value: place.dataset.run, spellcheck: false, autocomplete: 'off' })
    field.setAttribute('aria-label', addressWord)
    const button = made('button', { type: 'submit', textContent: runWord })
    button.setAttribute('aria-label', runWord + ': GET ' + place.dataset.run)
    const state = made('p', { className: 'state' })
    state.setAttribute('role', 'status')
    const output = made('pre', { hidden: true, tabIndex: 0, className: 'answer' })
    output.setAttribute('role', 'region')
    output.setAttribute('aria-label', 'GET ' + place.dataset.run)
    form.append(field, button)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void ask(field, state, output)
    })
    place.append(form, state, output)
  }
}
`

export const DOCS_STYLE = `
.examples { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.examples h4 { margin-top: .4rem; }
.examples pre { margin-top: .2rem; }
.run { display: flex; flex-wrap: wrap; gap: .5rem; margin: .4rem 0; }
.run input { flex: 1 1 14rem; min-width: 0; min-height: 2.75rem; padding: 0 .6rem; font: .875rem/1.5 ui-monospace,
  SFMono-Regular, Menlo, Consolas, monospace; color: inherit; background: var(--page); border: 1px solid var(--soft);
  border-radius: .4rem; }
.run button { min-height: 2.75rem; padding: 0 1.1rem; font: inherit; font-weight: 600; border: 0; border-radius: .4rem;
  background: var(--link); color: var(--page); cursor: pointer; }
.state:empty { display: none; }
.answer { max-height: 24rem; overflow: auto; }
.guide { max-width: 46rem; margin-top: 1.25rem; }
`
