#!/usr/bin/env node
// The `kalends` command: installs what is missing, then runs the TypeScript as it stands.

import { setFlagsFromString } from 'node:v8'
import { ensureInstalled } from './install.mjs'

ensureInstalled({ dev: false })
// V8 keeps up to 32 MB for what is new, in each of four threads; with 8 it is as quick here.
if (!/semi-space/.test(`${process.execArgv} ${process.env.NODE_OPTIONS}`))
  setFlagsFromString('--max-semi-space-size=4')
const { register } = await import('tsx/esm/api')
register()
await import('./cli.ts')
