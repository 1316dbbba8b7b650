// The app's icons, drawn: a leaf of a calendar with one day marked. Three colours, no file of anybody's.

import { zlibSync } from 'fflate'

const BLUE = 0
const WHITE = 1
const RED = 2
const PALETTE = [0x0b, 0x57, 0xd0, 0xff, 0xff, 0xff, 0xd9, 0x30, 0x25]

/** In 96ths of the side: [left, top, right, bottom, colour], the later above the earlier. */
const SHAPES = [
  [22, 26, 74, 76, WHITE],
  [22, 26, 74, 38, RED],
  [33, 19, 38, 31, WHITE],
  [58, 19, 63, 31, WHITE],
  ...[0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => [
      ...[30 + column * 14, 44 + row * 10],
      ...[38 + column * 14, 50 + row * 10],
      row === 1 && column === 1 ? RED : BLUE,
    ]),
  ),
] as const

/** All of the square is blue, as a maskable icon wants; what is drawn lies within its safe circle. */
export function drawnIcon(side: number): Uint8Array {
  const stride = Math.ceil(side / 4)
  const lines = new Uint8Array((stride + 1) * side)
  const pixel = 96 / side
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const at = y * (stride + 1) + 1 + (x >> 2)
      const color = colorAt((x + 0.5) * pixel, (y + 0.5) * pixel)
      lines[at] = (lines[at] ?? 0) | (color << (6 - 2 * (x & 3)))
    }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, side)
  view.setUint32(4, side)
  header.set([2, 3], 8)
  return joined([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[chunk('IHDR', header), chunk('PLTE', new Uint8Array(PALETTE))],
    ...[chunk('IDAT', zlibSync(lines, { level: 9 })), chunk('IEND', new Uint8Array())],
  ])
}

function colorAt(x: number, y: number): number {
  let color = BLUE
  for (const [left = 0, top = 0, right = 0, bottom = 0, own = BLUE] of SHAPES)
    if (x >= left && x < right && y >= top && y < bottom) color = own
  return color
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = new Uint8Array(data.length + 12)
  const view = new DataView(whole.buffer)
  view.setUint32(0, data.length)
  whole.set(new TextEncoder().encode(type), 4)
  whole.set(data, 8)
  view.setUint32(data.length + 8, crc32(whole.subarray(4, data.length + 8)))
  return whole
}

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const octet of bytes) {
    sum ^= octet
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((octets, part) => octets + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
