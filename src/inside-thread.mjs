// The partners' thread begins here, as the process does in kalends.mjs.

import { register } from 'tsx/esm/api'

register()
await import('./inside-thread.ts')
