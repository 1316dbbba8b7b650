// Where the reminder app begins: the engine starts, the screens are shown.

import { render } from 'preact'
import { welcomeLinks } from './engine/arrival.ts'
import { browserDevice, languageHere } from './engine/browser.ts'
import { createEngine } from './engine/create.ts'
import { registerWorker } from './engine/registration.ts'
import { awaitOffer } from './screens/installing.ts'
import { Root } from './screens/root.tsx'

welcomeLinks()
awaitOffer()
const language = languageHere()
document.documentElement.lang = language
const engine = createEngine(browserDevice())
const place = document.getElementById('app')
if (place) {
  place.replaceChildren()
  render(<Root engine={engine} language={language} />, place)
}
const stop = engine.watch(() => {
  if (engine.state.subscription !== 'here') return
  stop()
  // The link is the only way back to it: the browser is asked not to clear it away.
  void navigator.storage?.persist?.()
})
void engine.start()
void registerWorker(() => void engine.sync())
