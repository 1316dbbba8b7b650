// Two signals as one, where the runtime has no `AbortSignal.any` too: Node 20.0, an iPhone of 2023.

import { expect, onTestFinished, test } from 'vitest'
import { eitherOf } from '../../src/client/src/signals.ts'

test.for(['of the runtime', 'by hand'])('either ends both, with its reason (%s)', (how) => {
  const { any } = AbortSignal
  if (how === 'by hand') Reflect.deleteProperty(AbortSignal, 'any')
  onTestFinished(() => void Object.assign(AbortSignal, { any }))
  for (const place of [0, 1]) {
    const own = [new AbortController(), new AbortController()] as const
    const signal = eitherOf(own[0].signal, own[1].signal)
    expect(signal.aborted).toBe(false)
    const heard: unknown[] = []
    signal.addEventListener('abort', () => heard.push(signal.reason))
    own[place]?.abort(`by ${place}`)
    own[1 - place]?.abort('later')
    expect([signal.aborted, heard]).toEqual([true, [`by ${place}`]])
  }
  expect(eitherOf(AbortSignal.abort('before'), new AbortController().signal).reason).toBe('before')
})
