// The screens over an engine in memory, which a test can reach as `engine`.

import { render } from 'preact'
import { awaitOffer } from '../../src/reminder-app/screens/installing.ts'
import { Root } from '../../src/reminder-app/screens/root.tsx'
import { EngineInMemory } from './engine-in-memory.ts'

const engine = new EngineInMemory()
Object.assign(globalThis, { engine })
const place = document.getElementById('app')
awaitOffer()
if (place)
  render(<Root engine={engine} language={navigator.language === 'ko-KR' ? 'ko' : 'en'} />, place)
