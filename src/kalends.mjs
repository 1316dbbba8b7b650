#!/usr/bin/env node
// The `kalends` command: installs what is missing, then runs the TypeScript as it stands.

import { setFlagsFromString } from 'node:v8'
import { ensureInstalled } from './install.mjs'

ensureInstalled({ dev: false })
// V8 trades memory for speed that a server of calendars does not gain: polls and uploads are as quick
// with 4 MB for what is new and a heap that grows slowly, and 10,000 streams take 70 MB less.
if (!/semi-space/.test(`${process.execArgv} ${process.env.NODE_OPTIONS}`)) {
  setFlagsFromString('--max-semi-space-size=4')
  setFlagsFromString('--optimize-for-size')
}
const { register } = await import('tsx/esm/api')
register()
await import('./cli.ts')
