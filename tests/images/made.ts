// Images made for tests, octet by octet.

import { deflateSync } from 'node:zlib'

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const octets = (...parts: (Uint8Array | string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  )

const u32 = (value: number) => [24, 16, 8, 0].map((bits) => (value >>> bits) & 0xff)

export function crc(bytes: Uint8Array): number {
  let sum = ~0
  for (const octet of bytes) {
    sum ^= octet
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

export function chunk(type: string, data: Uint8Array | readonly number[] = []): Uint8Array {
  const named = octets(type, data)
  return octets(u32(data.length), named, u32(crc(named)))
}

export interface PngSpec {
  width?: number
  height?: number
  /** Lines that are really in it. */
  lines?: number
  depth?: number
  color?: number
  interlace?: number
  /** Between the header and the picture. */
  extra?: Uint8Array[]
  behind?: Uint8Array | string
  filter?: number
  data?: Uint8Array
}

/** Grey, eight bits a pixel, unless told otherwise. */
export function png(spec: PngSpec = {}): Uint8Array {
  const { width = 16, height = 16, lines = height, depth = 8, color = 0, interlace = 0 } = spec
  const { extra = [], behind = '', filter = 0 } = spec
  const header = [...u32(width), ...u32(height), depth, color, 0, 0, interlace]
  const raw = new Uint8Array(lines * (width + 1))
  for (let line = 0; line < lines; line += 1) raw[line * (width + 1)] = filter
  const data = spec.data ?? new Uint8Array(deflateSync(raw))
  const picture = [...extra, chunk('IDAT', data), chunk('IEND')]
  return octets(SIGNATURE, chunk('IHDR', header), ...picture, behind)
}

export const chunkTypes = (bytes: Uint8Array): string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const types: string[] = []
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at))
    types.push(String.fromCharCode(...bytes.subarray(at + 4, at + 8)))
  return types
}

export const segment = (marker: number, data: Uint8Array | string): Uint8Array => {
  const length = data.length + 2
  return octets([0xff, marker, length >> 8, length & 0xff], data)
}

/** An Exif with this orientation and a place. */
export const exif = (orientation: number): Uint8Array =>
  octets(
    'Exif\0\0II*\0',
    [8, 0, 0, 0, 2, 0],
    [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    [0x25, 0x88, 4, 0, 1, 0, 0, 0, 99, 0, 0, 0],
    [0, 0, 0, 0],
    'GPS 37.5665 126.9780',
  )

export interface JpegSpec {
  width?: number
  height?: number
  extra?: Uint8Array[]
  scan?: readonly number[]
  behind?: Uint8Array | string
  frame?: number
}

/** The outline of a grey baseline JPEG; what its scan says is grey enough. */
export function jpeg(spec: JpegSpec = {}): Uint8Array {
  const { width = 16, height = 16, extra = [], behind = '', frame = 0xc0 } = spec
  const { scan = [0x3f, 0xff, 0x00, 0xff, 0xd0, 0x28] } = spec
  const measures = [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]
  return octets(
    [0xff, 0xd8],
    segment(0xe0, octets('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...extra,
    segment(0xdb, octets(new Uint8Array(65))),
    segment(frame, octets(measures)),
    segment(0xda, octets([1, 1, 0, 0, 63, 0])),
    scan,
    [0xff, 0xd9],
    behind,
  )
}
