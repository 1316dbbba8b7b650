import { afterEach, expect, test, vi } from 'vitest'
import { during, isLarge, sizeOf } from '../../src/commands/progress.ts'

const work = { doing: 'Uploading season.csv (3 kB)', language: 'en', plain: true } as const

/** Standard error as a terminal, or not, and what was written to it. */
function standardError({ isTTY, columns = 80 }: { isTTY: boolean; columns?: number }) {
  const written: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  vi.spyOn(console, 'error').mockImplementation((text) => void written.push(`${text}\n`))
  Object.defineProperties(process.stderr, {
    isTTY: { value: isTTY, configurable: true },
    columns: { value: columns, configurable: true },
  })
  return () => written.join('')
}

afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(process.stderr, 'isTTY')
  Reflect.deleteProperty(process.stderr, 'columns')
})

test('on a terminal one line says what is done, and then how long it took', async () => {
  const written = standardError({ isTTY: true })
  let before = ''
  const result = await during(work, () => {
    before = written()
    return 7
  })
  expect(result).toBe(7)
  expect(before).toBe('Uploading season.csv (3 kB) …')
  const [line, rewritten] = written().split('\r\u001b[K')
  expect(line).toBe(before)
  expect(rewritten).toMatch(/^Uploading season\.csv \(3 kB\) … \d+\.\d s\n$/)
})

test('a line never wraps, since it could not be written over', async () => {
  const written = standardError({ isTTY: true, columns: 40 })
  await during(
    { ...work, doing: '올리는 중: 아주 긴 이름을 가진 파일.csv (3 kB)', language: 'ko' },
    () => 0,
  )
  const [line = ''] = written().split('\r')
  expect(line).toBe('올리는 중: 아주 긴 이름을 가진…')
})

test('elsewhere there is a plain line before and after, or none where nobody waits', async () => {
  const written = standardError({ isTTY: false })
  await during(work, () => 0)
  expect(written()).toMatch(/^Uploading season\.csv \(3 kB\) …\n\d+\.\d s\n$/)
  await during({ ...work, plain: false }, () => 0)
  expect(written().split('\n')).toHaveLength(3)
})

test('work that fails fails, and leaves the terminal on a line of its own', async () => {
  const written = standardError({ isTTY: true })
  const failing = during(work, () => Promise.reject(new Error('no answer')))
  await expect(failing).rejects.toThrow('no answer')
  expect(written()).toMatch(/\n$/)
})

test('sizes are told as people tell them, and large ones are announced', () => {
  expect([1, 999, 1000, 12_345, 999_999].map(sizeOf)).toEqual([
    '1 kB',
    '1 kB',
    '1 kB',
    '13 kB',
    '1000 kB',
  ])
  expect([1_000_000, 20_971_520].map(sizeOf)).toEqual(['1.0 MB', '21.0 MB'])
  expect([249_999, 250_000].map(isLarge)).toEqual([false, true])
})
