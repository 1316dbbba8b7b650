// A JPEG written anew: its picture, its colours, which way up it is, and nothing else.

import { ascii, damaged, type Image, joined, requireMeasures } from './image.ts'
import { orientationIn, orientationSegment } from './orientation.ts'

const [SOI, EOI, SOS] = [0xd8, 0xd9, 0xda]
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef]
const COM = 0xfe
/** Baseline, extended and progressive: what browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** Huffman and quantisation tables, the restart interval, the beginning of a scan. */
const NEEDED = [...FRAMES, 0xc4, 0xdb, 0xdd, SOS]

const ADOBE_OCTETS = 12
const BLOCK_PX = 8
/** A picture has a handful of segments, and a progressive one some tens. */
const MAX_SEGMENTS = 1000

interface Segment {
  marker: number
  data: Uint8Array
  /** What follows the beginning of a scan. */
  scan: Uint8Array | null
}

export function cleanJpeg(bytes: Uint8Array): Image {
  const segments = [...segmentsOf(bytes)]
  if (segments.length > MAX_SEGMENTS) throw damaged('structure')
  const frames = segments.filter(({ marker }) => FRAMES.includes(marker))
  const first = segments.findIndex(({ marker }) => marker === SOS)
  const frame = frames[0]
  if (!frame || frames.length > 1 || first < segments.indexOf(frame)) throw damaged('structure')
  const { width, height } = measuresOf(frame.data)
  requireMeasures(width, height)
  const coded = segments.reduce((octets, { scan }) => octets + (scan?.length ?? 0), 0)
  // Each block of eight by eight pixels takes a bit at the very least.
  const blocks = Math.ceil(width / BLOCK_PX) * Math.ceil(height / BLOCK_PX)
  if (coded * 8 < blocks) throw damaged('lies')
  const parts = segments.flatMap(kept)
  return {
    ...{ type: 'jpeg', width, height },
    bytes: joined([new Uint8Array([0xff, SOI]), ...parts, new Uint8Array([0xff, EOI])]),
  }
}

/** Up to the end of the picture; what lies behind it is none of it. */
function* segmentsOf(bytes: Uint8Array): Generator<Segment> {
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) throw damaged(at < bytes.length ? 'structure' : 'cut_off')
    while (bytes[at] === 0xff) at += 1
    const marker = bytes[at]
    if (marker === EOI) return
    const [high, low] = [bytes[at + 1], bytes[at + 2]]
    if (marker === undefined || high === undefined || low === undefined) throw damaged('cut_off')
    const end = at + 1 + high * 256 + low
    if (end < at + 3) throw damaged('structure')
    if (end > bytes.length) throw damaged('cut_off')
    const scanEnd = marker === SOS ? endOfScan(bytes, end) : end
    const scan = marker === SOS ? bytes.subarray(end, scanEnd) : null
    yield { marker, data: bytes.subarray(at + 3, end), scan }
    at = scanEnd
  }
}

/** The place of the next marker that is neither a stuffed octet nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  throw damaged('cut_off')
}

function measuresOf(data: Uint8Array) {
  const [precision, high, low, wide, narrow, components = 0] = data
  if (precision !== 8 || ![1, 3, 4].includes(components) || data.length !== 6 + 3 * components)
    throw damaged('structure')
  const side = (more = 0, less = 0) => more * 256 + less
  return { height: side(high, low), width: side(wide, narrow) }
}

function kept(segment: Segment): Uint8Array[] {
  const { marker, data, scan } = segment
  if (NEEDED.includes(marker)) return [written(marker, data), ...(scan ? [scan] : [])]
  if (marker !== COM && (marker < APP0 || marker > APP15)) throw damaged('structure')
  // Without the thumbnail, which may show what was cut away.
  if (marker === APP0 && startsWith(data, 'JFIF\0') && data.length >= 14)
    return [written(APP0, joined([data.subarray(0, 12), new Uint8Array(2)]))]
  if (marker === APP1 && startsWith(data, 'Exif\0\0')) return turned(data.subarray(6))
  if (marker === APP2 && startsWith(data, 'ICC_PROFILE\0')) return [written(APP2, data)]
  if (marker === APP14 && startsWith(data, 'Adobe') && data.length >= ADOBE_OCTETS)
    return [written(APP14, data.subarray(0, ADOBE_OCTETS))]
  return []
}

const startsWith = (data: Uint8Array, text: string): boolean => ascii(data, 0, text.length) === text

function turned(exif: Uint8Array): Uint8Array[] {
  const orientation = orientationIn(exif)
  return orientation === null ? [] : [written(APP1, orientationSegment(orientation))]
}

function written(marker: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2
  return joined([new Uint8Array([0xff, marker, length >> 8, length & 0xff]), data])
}
