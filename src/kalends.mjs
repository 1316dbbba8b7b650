#!/usr/bin/env node
// The `kalends` command: installs what is missing, then runs the TypeScript as it stands.

import { ensureInstalled } from './install.mjs'

ensureInstalled({ dev: false })
const { register } = await import('tsx/esm/api')
register()
await import('./cli.ts')
