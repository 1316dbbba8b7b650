// Where the reminder app begins: the engine starts, the screens are shown.

import { render } from 'preact'
import { createEngine } from './engine/create.ts'
import { Root } from './screens/root.tsx'

const language = navigator.languages.find((each) => /^(ko|en)/i.test(each)) ?? 'ko'
const own = /^ko/i.test(language) ? 'ko' : 'en'
document.documentElement.lang = own
const engine = createEngine()
const place = document.getElementById('app')
if (place) {
  place.replaceChildren()
  render(<Root engine={engine} language={own} />, place)
}
void engine.start()
