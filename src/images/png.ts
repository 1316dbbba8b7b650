// A PNG written anew: its picture and its colours, checked down to the last line, and nothing else.

import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { ascii, damaged, type Image, joined, requireMeasures } from './image.ts'

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEADER_OCTETS = 13
/** Length, type and checksum of a chunk. */
const FRAME_OCTETS = 12

/** What the picture is made of, and which colours it means. Times, texts and places are not among it. */
const KEPT = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB cICP'.split(' '))

/** Which depths each kind of colour may have, and how many samples a pixel has. */
const COLORS: Record<number, { depths: number[]; samples: number }> = {
  0: { depths: [1, 2, 4, 8, 16], samples: 1 },
  2: { depths: [8, 16], samples: 3 },
  3: { depths: [1, 2, 4, 8], samples: 1 },
  4: { depths: [8, 16], samples: 2 },
  6: { depths: [8, 16], samples: 4 },
}
const PALETTE = 3
const MAX_FILTER = 4

/** Adam7: first column and row of each pass, and the steps. */
const PASSES = [
  ...[[0, 0, 8, 8] as const, [4, 0, 8, 8] as const, [0, 4, 4, 8] as const, [2, 0, 4, 4] as const],
  ...[[0, 2, 2, 4] as const, [1, 0, 2, 2] as const, [0, 1, 1, 2] as const],
]

interface Chunk {
  type: string
  data: Uint8Array
  /** With its length and checksum. */
  whole: Uint8Array
}

interface Header {
  width: number
  height: number
  bitsPerPixel: number
  color: number
  interlaced: boolean
}

export const isPng = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((octet, place) => bytes[place] === octet)

export async function cleanPng(bytes: Uint8Array): Promise<Image> {
  const chunks = [...chunksOf(bytes)]
  const header = headerOf(chunks)
  const { width, height } = header
  requireMeasures(width, height)
  const types = chunks.map(({ type }) => type)
  if (header.color === PALETTE && !types.includes('PLTE')) throw damaged('structure')
  const picture = types.lastIndexOf('IDAT') - types.indexOf('IDAT') + 1
  const data = chunks.filter(({ type }) => type === 'IDAT')
  if (data.length === 0 || data.length !== picture) throw damaged('structure')
  await requireLines(joined(data.map((chunk) => chunk.data)), header)
  const kept = chunks.filter(({ type }) => KEPT.has(type)).map(({ whole }) => whole)
  return { type: 'png', width, height, bytes: joined([SIGNATURE, ...kept]) }
}

/** Up to the end that the file names; what lies behind it is none of the picture. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = SIGNATURE.length; ; ) {
    if (at + FRAME_OCTETS > bytes.length) throw damaged('cut_off')
    const end = at + FRAME_OCTETS + view.getUint32(at)
    if (end > bytes.length) throw damaged('cut_off')
    const [type, data] = [ascii(bytes, at + 4, 4), bytes.subarray(at + 8, end - 4)]
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw damaged('checksum')
    // A capital says that nobody can show the picture without understanding this.
    if (!/^[a-z][A-Za-z]{3}$/.test(type) && !KEPT.has(type)) throw damaged('structure')
    yield { type, data, whole: bytes.subarray(at, end) }
    if (type === 'IEND') return
    at = end
  }
}

function headerOf(chunks: readonly Chunk[]): Header {
  const [first, ...others] = chunks
  if (first?.type !== 'IHDR' || first.data.length !== HEADER_OCTETS) throw damaged('structure')
  if (others.some(({ type }) => type === 'IHDR')) throw damaged('structure')
  const view = new DataView(first.data.buffer, first.data.byteOffset, HEADER_OCTETS)
  const [depth = 0, color = 0, compression, filter, interlace] = first.data.subarray(8)
  const known = COLORS[color]
  if (!known?.depths.includes(depth) || compression !== 0 || filter !== 0)
    throw damaged('structure')
  if (interlace !== 0 && interlace !== 1) throw damaged('structure')
  return {
    ...{ width: view.getUint32(0), height: view.getUint32(4), color },
    ...{ bitsPerPixel: depth * known.samples, interlaced: interlace === 1 },
  }
}

/** Throws unless the data holds exactly the lines that the header speaks of. */
async function requireLines(data: Uint8Array, header: Header): Promise<void> {
  const lines = linesOf(header)
  const expected = lines.reduce((octets, line) => octets + line.count * line.octets, 0)
  const unpacked = await unpack(data, expected)
  if (unpacked.length !== expected) throw damaged('cut_off')
  let at = 0
  for (const { count, octets } of lines)
    for (let line = 0; line < count; line += 1, at += octets)
      if ((unpacked[at] ?? 0) > MAX_FILTER) throw damaged('lies')
}

const inflated = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate)

async function unpack(data: Uint8Array, expected: number): Promise<Uint8Array> {
  try {
    return await inflated(data, { maxOutputLength: expected })
  } catch (error) {
    // More than the most; Node and workerd name it by different codes.
    if (error instanceof RangeError) throw damaged('lies', error)
    const { code } = error as { code?: string }
    throw damaged(code === 'Z_BUF_ERROR' ? 'cut_off' : 'structure', error)
  }
}

/** Each line begins with the octet that names its filter. */
function linesOf({ width, height, bitsPerPixel, interlaced }: Header) {
  const passes = interlaced ? PASSES : [[0, 0, 1, 1] as const]
  return passes.flatMap(([column, row, across, down]) => {
    const [pixels, count] = [Math.ceil((width - column) / across), Math.ceil((height - row) / down)]
    if (pixels <= 0 || count <= 0) return []
    return [{ count, octets: 1 + Math.ceil((pixels * bitsPerPixel) / 8) }]
  })
}

const TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let rest = octet
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest
})

/** Node's own is younger than the oldest Node that we run on. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const octet of bytes) sum = (TABLE[(sum ^ octet) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
