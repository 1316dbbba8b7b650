// `npm run client`: writes the client's types anew from the API's description.

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { typesOf } from '../../src/client/generate.ts'
import { describedBy } from '../api/description.ts'
import { harness } from '../harness.node.ts'

const FILE = fileURLToPath(new URL('../../src/client/src/api.ts', import.meta.url))

const types = await typesOf(await describedBy(await harness({ bare: true })))
writeFileSync(FILE, types)
console.log(`${types.split('\n').length} lines in src/client/src/api.ts`)
