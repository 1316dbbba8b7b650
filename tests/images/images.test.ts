// What a stranger's image must be, and what is left of it.

import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cleanImage } from '../../src/images/clean.ts'
import { Problem } from '../../src/problem.ts'
import { chunk, chunkTypes, exif, jpeg, octets, png, segment } from './made.ts'

const text = (bytes: Uint8Array) => String.fromCharCode(...bytes)
const problemOf = (bytes: Uint8Array): Promise<unknown> =>
  cleanImage(bytes).then(
    () => 'taken',
    (error) => (error instanceof Problem ? { code: error.code, ...error.params } : error),
  )

test('a PNG keeps its picture and its colours, and loses texts, times, places and what lies behind', async () => {
  const colours = [chunk('gAMA', [0, 0, 177, 143]), chunk('sRGB', [0])]
  const told = [
    chunk('tEXt', octets('Author\0somebody')),
    chunk('eXIf', exif(1)),
    chunk('tIME', new Uint8Array(7)),
    chunk('iTXt', octets('XML:com.adobe.xmp\0')),
    chunk('acTL', new Uint8Array(8)),
  ]
  const given = png({ extra: [...told, ...colours], behind: '<script>alert(1)</script>' })
  const { type, width, height, bytes } = await cleanImage(given)
  expect({ type, width, height }).toEqual({ type: 'png', width: 16, height: 16 })
  expect(chunkTypes(bytes)).toEqual(['IHDR', 'gAMA', 'sRGB', 'IDAT', 'IEND'])
  expect(text(bytes)).not.toMatch(/somebody|GPS|script/)
  expect(bytes).toEqual(png({ extra: colours }))
  expect((await cleanImage(bytes)).bytes).toEqual(bytes)
})

test('an interlaced PNG, and one of few colours, are measured as they are laid out', async () => {
  // 16 × 16 in seven passes, each line with its filter: 2·(1+2) + 2·(1+2) + 2·(1+4) + 4·(1+4) …
  const passes = 2 * 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9 + 8 * 9 + 8 * 17
  const data = new Uint8Array(deflateSync(new Uint8Array(passes)))
  expect(await cleanImage(png({ interlace: 1, data }))).toMatchObject({ width: 16 })
  expect(await problemOf(png({ interlace: 1 }))).toMatchObject({ why: 'cut_off' })
  const flat = { depth: 1, color: 3, data: new Uint8Array(deflateSync(new Uint8Array(16 * 3))) }
  const palette = chunk('PLTE', [0, 0, 0, 255, 255, 255])
  expect(await cleanImage(png({ ...flat, extra: [palette] }))).toMatchObject({ type: 'png' })
  expect(await problemOf(png(flat))).toMatchObject({ code: 'image_damaged', why: 'structure' })
})

test('a PNG that is cut off anywhere, or has a changed octet, is none', async () => {
  const whole = png()
  for (let end = 8; end < whole.length; end += 1)
    expect([end, await problemOf(whole.subarray(0, end))]).toEqual([
      ...[end, { code: 'image_damaged', why: 'cut_off' }],
    ])
  for (let place = 8; place < whole.length; place += 1) {
    const changed = whole.slice()
    changed[place] = (changed[place] ?? 0) ^ 1
    expect([place, await problemOf(changed)]).toEqual([
      ...[place, expect.objectContaining({ code: 'image_damaged' })],
    ])
  }
})

test.each([
  ['fewer lines than it says', png({ lines: 15 }), 'cut_off'],
  ['more lines than it says', png({ lines: 17 }), 'lies'],
  ['a bomb', png({ data: new Uint8Array(deflateSync(new Uint8Array(50_000_000))) }), 'lies'],
  ['a filter that is none', png({ filter: 5 }), 'lies'],
  ['a picture that is not packed', png({ data: octets('nothing') }), 'structure'],
  ['no such depth', png({ depth: 3 }), 'structure'],
  ['two headers', png({ extra: [chunk('IHDR', new Uint8Array(13))] }), 'structure'],
  ['a part that nobody knows and all must', png({ extra: [chunk('ABCD')] }), 'structure'],
  ['a picture in two places', png({ extra: [chunk('IDAT', []), chunk('tIME')] }), 'structure'],
])('a PNG with %s is refused', async (_, bytes, why) => {
  expect(await problemOf(bytes)).toEqual({ code: 'image_damaged', why })
})

test.each([
  [png({ width: 15 }), 15],
  [png({ height: 2049 }), 16],
  [png({ width: 100_000, height: 100_000, lines: 1, data: octets('x') }), 100_000],
  [jpeg({ width: 2049 }), 2049],
  [jpeg({ height: 0 }), 16],
])('the sides are 16 to 2048 pixels', async (bytes, width) => {
  expect(await problemOf(bytes)).toMatchObject({
    code: 'image_measures',
    width,
    min: 16,
    max: 2048,
  })
})

test('16 and 2048 pixels are sides', async () => {
  expect(await cleanImage(png({ width: 2048 }))).toMatchObject({ width: 2048, height: 16 })
  expect(await cleanImage(jpeg({ height: 2048, scan: new Array(64).fill(1) }))).toMatchObject({
    height: 2048,
  })
})

test('a JPEG keeps its picture, its colours and which way up it is; no place, no comment', async () => {
  const colours = [
    segment(0xe2, octets('ICC_PROFILE\0', [1, 1], 'profile')),
    segment(0xee, octets('Adobe', [0, 100, 0, 0, 0, 0, 1])),
  ]
  const told = [
    segment(0xe1, exif(6)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<xmp>somebody</xmp>'),
    segment(0xe2, octets('MPF\0')),
    segment(0xed, 'Photoshop 3.0\0somebody'),
    segment(0xfe, 'somebody was here'),
  ]
  const given = jpeg({ extra: [...told, ...colours], behind: jpeg() })
  const { type, bytes } = await cleanImage(given)
  expect(type).toBe('jpeg')
  expect(text(bytes)).not.toMatch(/somebody|GPS|xap|MPF/)
  const turned = octets('Exif\0\0MM\0*', [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6])
  const upright = segment(0xe1, octets(turned, [0, 0, 0, 0, 0, 0]))
  expect(bytes).toEqual(jpeg({ extra: [upright, ...colours] }))
  expect((await cleanImage(bytes)).bytes).toEqual(bytes)
  expect((await cleanImage(jpeg({ extra: [segment(0xe1, exif(1))] }))).bytes).toEqual(jpeg())
})

test('a JPEG’s thumbnail, which may show what was cut away, is left out', async () => {
  const thumbnail = octets('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 1, 1], 'RGB')
  const { bytes } = await cleanImage(jpeg({ extra: [segment(0xe0, thumbnail)] }))
  expect(text(bytes)).not.toContain('RGB')
})

test('a JPEG that is cut off anywhere is none', async () => {
  const whole = jpeg()
  for (let end = 3; end < whole.length; end += 1)
    expect([end, await problemOf(whole.subarray(0, end))]).toEqual([
      ...[end, { code: 'image_damaged', why: 'cut_off' }],
    ])
})

test.each([
  ['no picture for its size', jpeg({ width: 2048, height: 2048 }), 'lies'],
  ['a lossless frame', jpeg({ frame: 0xc3 }), 'structure'],
  [
    'two frames',
    jpeg({ extra: [segment(0xc0, octets([8, 0, 16, 0, 16, 1, 1, 17, 0]))] }),
    'structure',
  ],
  ['octets between its parts', jpeg({ extra: [octets('x')] }), 'structure'],
  ['a part shorter than its length', jpeg({ extra: [octets([0xff, 0xe1, 0, 1])] }), 'structure'],
])('a JPEG with %s is refused', async (_, bytes, why) => {
  expect(await problemOf(bytes)).toEqual({ code: 'image_damaged', why })
})

test.each([
  ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['HTML', '<!doctype html><img src=x>'],
  ['GIF', 'GIF89a\x01\0\x01\0'],
  ['WebP', 'RIFF\0\0\0\0WEBPVP8 '],
  ['HEIC', '\0\0\0\x18ftypheic'],
  ['PDF', '%PDF-1.7'],
  ['other', 'PNG'],
  ['empty', ''],
])('%s is no logo, whatever it is called', async (found, bytes) => {
  expect(await problemOf(octets(bytes))).toEqual({ code: 'image_kind', found })
})
