// Large, immutable bytes under a name: feeds ready to send, uploaded files, reviewed plans.

import type Sqlite from 'better-sqlite3'

/** Bytes never change under a key, so writing twice is harmless and reading may be cached for ever. */
export interface Blobs {
  get(key: string): Promise<Uint8Array | null>
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Several at once: on SQLite one commit, and so one wait for the disk. */
  putAll(blobs: ReadonlyMap<string, Uint8Array>): Promise<void>
  delete(keys: readonly string[]): Promise<void>
}

/** In the same SQLite file as everything else, so that one file is the whole service. */
export function sqliteBlobs(db: Sqlite.Database): Blobs {
  const get = db.prepare('SELECT bytes FROM blobs WHERE key = ?').pluck()
  const put = db.prepare('INSERT INTO blobs (key, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const drop = db.prepare('DELETE FROM blobs WHERE key IN (SELECT value FROM json_each(?))')
  const putAll = db.transaction((blobs: ReadonlyMap<string, Uint8Array>) => {
    for (const [key, bytes] of blobs) put.run(key, bytes)
  })
  return {
    async get(key) {
      const found = get.get(key) as Buffer | undefined
      // A plain view, as R2 gives: a Buffer's slice would not be a copy.
      return found ? new Uint8Array(found.buffer, found.byteOffset, found.length) : null
    },
    put: async (key, bytes) => void put.run(key, bytes),
    putAll: async (blobs) => putAll(blobs),
    delete: async (keys) => void drop.run(JSON.stringify(keys)),
  }
}

/** R2 on Workers: no limit of two megabytes a value, as D1 has. */
export function r2Blobs(bucket: R2Bucket): Blobs {
  return {
    async get(key) {
      const object = await bucket.get(key)
      return object ? new Uint8Array(await object.arrayBuffer()) : null
    },
    put: async (key, bytes) => void (await bucket.put(key, bytes)),
    async putAll(blobs) {
      await Promise.all([...blobs].map(([key, bytes]) => bucket.put(key, bytes)))
    },
    delete: async (keys) => bucket.delete([...keys]),
  }
}
