// Calls that begin together share the signal that ends them; short ones have their own.

import { expect, test } from 'vitest'
import { sharedDeadlines } from '../../src/outbound/deadlines.ts'

test('of two calls with ten seconds each one signal is made, of short ones two', () => {
  const deadline = sharedDeadlines()
  expect(deadline(10_000)).toBe(deadline(10_000))
  expect(deadline(30_000)).not.toBe(deadline(10_000))
  expect(deadline(150)).not.toBe(deadline(150))
  expect(sharedDeadlines()(10_000)).not.toBe(deadline(10_000))
})

test('one that is over is nobody else’s', async () => {
  const deadline = sharedDeadlines()
  const short = deadline(5)
  await new Promise((over) => short.addEventListener('abort', over, { once: true }))
  expect(deadline(5).aborted).toBe(false)
})
