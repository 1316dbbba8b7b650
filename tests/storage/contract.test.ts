// What every engine behind the ports must do alike.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { GuardFailed, guard, jsonChunks, MAX_PARAMS, sql } from '../../src/storage/database.ts'

const note = (name: string, value: string) =>
  sql`INSERT INTO installation (name, value) VALUES (${name}, ${value})`

/** The storage, and the notes that a test made in a table which nothing else minds. */
async function storage() {
  const { ports } = await harness({ bare: true })
  const { db, blobs } = ports
  await db.batch([sql`DELETE FROM installation WHERE name LIKE 'test%'`])
  const notes = () =>
    db.query<{ name: string; value: string }>(
      sql`SELECT name, value FROM installation WHERE name LIKE 'test%' ORDER BY name`,
    )
  return { db, blobs, notes }
}

test('a batch happens in order, as a whole', async () => {
  const { db, notes } = await storage()
  await db.batch([
    note('test a', '1'),
    sql`UPDATE installation SET value = value || '2' WHERE name = ${'test a'}`,
    sql`INSERT INTO installation (name, value) SELECT 'test b', value FROM installation WHERE name = ${'test a'}`,
  ])
  expect(await notes()).toEqual([
    { name: 'test a', value: '12' },
    { name: 'test b', value: '12' },
  ])
})

test('a statement that fails leaves nothing of its batch', async () => {
  const { db, notes } = await storage()
  const failing = db.batch([note('test a', '1'), note('test b', '2'), note('test a', 'again')])
  await expect(failing).rejects.toThrow(/UNIQUE/)
  expect(await notes()).toEqual([])
})

test.each([
  ['first', 0],
  ['in the middle', 1],
  ['last', 2],
])('a guard that does not hold, %s, leaves nothing of its batch', async (_, place) => {
  const { db, notes } = await storage()
  const statements = [note('test a', '1'), note('test b', '2')]
  statements.splice(place, 0, guard(sql`SELECT ${0} = ${1}`))
  await expect(db.batch(statements)).rejects.toBeInstanceOf(GuardFailed)
  expect(await notes()).toEqual([])
})

test.each([
  ['1', true],
  ['0', false],
  ['2', false],
  ['NULL', false],
  ["'yes'", false],
])('a guard on %s holds: %s', async (value, holds) => {
  const { db, notes } = await storage()
  const batch = db.batch([
    { sql: `INSERT INTO guard (ok) SELECT ${value}`, params: [] },
    note('test a', '1'),
  ])
  if (holds) await batch
  else await expect(batch).rejects.toBeInstanceOf(GuardFailed)
  expect(await notes()).toHaveLength(holds ? 1 : 0)
})

test('a guard sees what its batch did before it', async () => {
  const { db, notes } = await storage()
  const written = guard(sql`SELECT COUNT(*) FROM installation WHERE name = ${'test a'}`)
  await db.batch([note('test a', '1'), written])
  expect(await notes()).toHaveLength(1)
})

test('only a guard is a guard: another error keeps its own words', async () => {
  const { db } = await storage()
  const failing = db.batch([sql`INSERT INTO nowhere (name) VALUES (${'x'})`])
  await expect(failing).rejects.toThrow(/no such table/)
  await expect(failing).rejects.not.toBeInstanceOf(GuardFailed)
})

test('a statement takes 100 parameters, and no more', async () => {
  const { db } = await storage()
  const list = (count: number) => {
    const strings = ['SELECT ', ...Array(count - 1).fill(' + '), ' AS sum']
    const numbers = Array.from({ length: count }, (_, at) => at)
    return sql(Object.assign(strings, { raw: strings }), ...numbers)
  }
  expect(await db.query(list(MAX_PARAMS))).toEqual([{ sum: 4950 }])
  expect(() => list(MAX_PARAMS + 1)).toThrow('101 parameters')
})

test('text is never SQL, whatever it says', async () => {
  const { db, notes } = await storage()
  const hostile = `'); DROP TABLE installation; --\u0000"?1 :a @b $c`
  await db.batch([note('test a', hostile.replace('\u0000', ''))])
  expect(await notes()).toEqual([{ name: 'test a', value: hostile.replace('\u0000', '') }])
})

test('rows of almost two megabytes go through one JSON parameter and come back', async () => {
  const { db } = await storage()
  const rows = Array.from({ length: 6000 }, (_, at) => [
    `행사 ${at}`,
    '가😀'.repeat(60),
    at % 2,
    null,
  ])
  const chunks = jsonChunks(rows)
  expect(chunks.length).toBeGreaterThan(1)
  const [largest = ''] = chunks
  expect(new TextEncoder().encode(largest).length).toBeGreaterThan(1_800_000)
  const back = await Promise.all(
    chunks.map((chunk) =>
      db.query<{ title: string; text: string; flag: number; absence: null }>(sql`
        SELECT value ->> 0 AS title, value ->> 1 AS text, value ->> 2 AS flag, value ->> 3 AS absence
        FROM json_each(${chunk})`),
    ),
  )
  expect(back.flat().map((row) => Object.values(row))).toEqual(rows)
})

test('one row larger than a chunk is a chunk of its own, and none is no chunk', () => {
  const large = 'x'.repeat(2_000_000)
  expect(jsonChunks(['a', large, 'b'])).toEqual(['["a"]', JSON.stringify([large]), '["b"]'])
  expect(jsonChunks([])).toEqual([])
})

test('null stays null, flags are 0 and 1, numbers numbers, text text', async () => {
  const { db } = await storage()
  const [row] = await db.query(sql`
    SELECT ${null} AS absence, ${0} AS no, ${1} AS yes, ${'1'} AS text, ${1.5} AS real,
      ${9007199254740991} AS large, ${''} AS empty, ${1} = ${1} AS equal, ${null} IS NULL AS absent`)
  expect(row).toEqual({
    ...{ absence: null, no: 0, yes: 1, text: '1', real: 1.5, large: 9007199254740991 },
    ...{ empty: '', equal: 1, absent: 1 },
  })
})

test('no rows is an empty list', async () => {
  const { db } = await storage()
  expect(await db.query(sql`SELECT 1 FROM partners WHERE 0`)).toEqual([])
})

test('concurrent batches guarded on the same state: exactly one succeeds', async () => {
  const { db, notes } = await storage()
  await db.batch([note('test revision', '0')])
  const step = (who: number) =>
    db.batch([
      guard(sql`SELECT value = ${'0'} FROM installation WHERE name = ${'test revision'}`),
      note(`test ${who}`, 'was here'),
      sql`UPDATE installation SET value = ${'1'} WHERE name = ${'test revision'}`,
    ])
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(step))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await notes()).toHaveLength(2)
})

test('blobs come back as they were put; absent ones are null', async () => {
  const { blobs } = await storage()
  const every = Uint8Array.from({ length: 256 }, (_, at) => at)
  await blobs.put('test/bytes', every)
  await blobs.put('test/empty', new Uint8Array())
  expect(await blobs.get('test/bytes')).toEqual(every)
  expect(await blobs.get('test/empty')).toEqual(new Uint8Array())
  expect(await blobs.get('test/nothing')).toBeNull()
  await blobs.delete(['test/bytes', 'test/nothing'])
  expect(await blobs.get('test/bytes')).toBeNull()
  expect(await blobs.get('test/empty')).toEqual(new Uint8Array())
  await blobs.delete([])
  await blobs.delete(['test/empty'])
})

test('a blob of twenty megabytes is one value', async () => {
  const { blobs } = await storage()
  const large = new Uint8Array(20 * 1024 * 1024).fill(7)
  large[large.length - 1] = 8
  await blobs.put('test/large', large)
  const back = await blobs.get('test/large')
  expect([back?.length, back?.[0], back?.at(-1)]).toEqual([large.length, 7, 8])
  await blobs.delete(['test/large'])
})

test('the same bytes may be put twice', async () => {
  const { blobs } = await storage()
  const bytes = new TextEncoder().encode('the same')
  await blobs.put('test/twice', bytes)
  await blobs.put('test/twice', bytes)
  expect(await blobs.get('test/twice')).toEqual(bytes)
  await blobs.delete(['test/twice'])
})
