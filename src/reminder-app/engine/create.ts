// The engine over what a browser gives.

import type { Engine } from '../engine.ts'

export function createEngine(): Engine {
  throw new Error('not there')
}
