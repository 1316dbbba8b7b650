// `npm run app`: writes the built module anew, and says how large it is.

import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { BUILT_FILE, builtModule } from './bundle.ts'

writeFileSync(BUILT_FILE, await builtModule())
const { SCRIPT, STYLE, WORKER } = await import('../built.ts')
for (const [name, text] of Object.entries({ script: SCRIPT, worker: WORKER, style: STYLE }))
  console.log(`${name}: ${gzipSync(text).length} bytes gzipped`)
