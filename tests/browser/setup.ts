// Says, once and plainly, what a run without a browser leaves out.

import { findChromium } from './chromium.ts'

export function setup(): void {
  if (findChromium()) return
  console.log(
    'No Chromium found: the browser tests are SKIPPED. Install one, or name it: CHROMIUM=/path/to/chromium',
  )
}
