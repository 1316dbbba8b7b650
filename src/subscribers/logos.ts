// Partners' logos: for ever the same bytes under an address, as long as somebody shows them.

import { Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { sha256 } from '../storage/digest.ts'
import { isShown } from '../storage/partners.ts'

const TYPES = { png: 'image/png', jpg: 'image/jpeg' }

export function logoRoutes({ db, blobs }: Ports): Hono {
  return new Hono().get('/assets/logos/:file{[0-9a-f]{64}\\.(?:png|jpg)}', async (c) => {
    const file = c.req.param('file')
    const bytes = (await isShown(db, file)) ? await blobs.get(`logos/${file}`) : null
    if (!bytes) throw new Problem('not_found', { what: 'address', name: c.req.path })
    const [name, ending] = file.split('.') as [string, keyof typeof TYPES]
    if ((await sha256(bytes)) !== name) throw new Problem('quarantined', { name: file })
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': TYPES[ending],
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
  })
}
