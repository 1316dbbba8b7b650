// Is it alive (process), is it ready (database).

import { Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { TZDATA_VERSION } from '../schedule/tzdata.ts'
import { sql } from '../storage/database.ts'

export function healthRoutes({ db }: Ports): Hono {
  return new Hono()
    .get('/healthz', (c) =>
      c.json({ status: 'ok', tzdata: TZDATA_VERSION }, 200, { 'Cache-Control': 'no-store' }),
    )
    .get('/readyz', async (c) => {
      await db.query(sql`SELECT 1 FROM installation LIMIT 1`)
      return c.json({ status: 'ready' }, 200, { 'Cache-Control': 'no-store' })
    })
}
