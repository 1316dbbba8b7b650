// The ZIP around a workbook: its directory checked in full, its parts decoded within budgets.

import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { Refusal, unreadable } from './refusal.ts'

export interface Entry {
  /** Compared with names inside the workbook; never a path of anything else. */
  name: string
  method: number
  crc: number
  size: number
  /** Where its bytes stand in the file. */
  begin: number
  end: number
}

export interface Zip {
  bytes: Uint8Array
  /** By name in lower case, as the format compares them. */
  entries: Map<string, Entry>
  /** How many decoded bytes may still come. */
  budget: number
}

export const MAX_ENTRIES = 1000
export const MAX_DECODED_MB = 64
const MAX_DECODED_BYTES = MAX_DECODED_MB * 1024 * 1024
/** Tables of blanks compress well; what is small never counts as a bomb. */
export const MAX_RATIO = 100
const SMALL_BYTES = 4 * 1024 * 1024

const END = 0x06054b50
const END_BYTES = 22
const CENTRAL = 0x02014b50
const CENTRAL_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const ENCRYPTED_FLAGS = 0x2041

const STORED = 0
const DEFLATED = 8

export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const first = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES) throw new Refusal('zip.bomb', { params: { limit: MAX_DECODED_MB } })
  const entries = new Map<string, Entry>()
  const taken: Entry[] = []
  let place = first
  for (let at = 0; at < count; at += 1) {
    const { entry, next } = entryAt(view, place, { end, first })
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw unsafe(entry.name)
    entries.set(key, entry)
    taken.push(entry)
    place = next
  }
  if (place !== end) throw unreadable('ZIP')
  refuseOverlaps(taken)
  return { bytes, entries, budget: MAX_DECODED_BYTES }
}

/** The directory's end is the file's end: nothing may hide behind it. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let place = last; place >= Math.max(0, last - 0xffff); place -= 1)
    if (view.getUint32(place, true) === END && view.getUint16(place + 20, true) === last - place)
      return place
  throw unreadable('ZIP')
}

function entryAt(view: DataView, place: number, bounds: { end: number; first: number }) {
  const short = place + CENTRAL_BYTES > bounds.end
  if (short || view.getUint32(place, true) !== CENTRAL) throw unreadable('ZIP')
  const lengths = [28, 30, 32].map((at) => view.getUint16(place + at, true))
  const [nameLength = 0] = lengths
  const next = place + CENTRAL_BYTES + lengths.reduce((sum, length) => sum + length, 0)
  if (next > bounds.end) throw unreadable('ZIP')
  const name = nameAt(view, place + CENTRAL_BYTES, nameLength)
  if (view.getUint16(place + 8, true) & ENCRYPTED_FLAGS) throw new Refusal('file.encrypted')
  const begin = bodyOf(view, view.getUint32(place + 42, true), name)
  const entry: Entry = {
    name,
    method: view.getUint16(place + 10, true),
    crc: view.getUint32(place + 16, true),
    size: view.getUint32(place + 24, true),
    begin,
    end: begin + view.getUint32(place + 20, true),
  }
  // Sizes of ZIP64 come out as 4 GB, and no upload is that long.
  if (entry.end > bounds.first) throw unreadable(name)
  return { entry, next }
}

/** The entry's own header must be there, and speak of the same name. */
function bodyOf(view: DataView, place: number, name: string): number {
  const there = place + LOCAL_BYTES <= view.byteLength && view.getUint32(place, true) === LOCAL
  if (!there) throw unreadable(name)
  const nameLength = view.getUint16(place + 26, true)
  const begin = place + LOCAL_BYTES + nameLength + view.getUint16(place + 28, true)
  if (begin > view.byteLength) throw unreadable(name)
  if (nameAt(view, place + LOCAL_BYTES, nameLength) !== name) throw unsafe(name)
  return begin
}

const ODD_NAME = /^\/|\\|[\p{Cc}]|(?:^|\/)\.\.(?:\/|$)/u

function nameAt(view: DataView, place: number, length: number): string {
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + place, length),
  )
  if (ODD_NAME.test(name)) throw unsafe(name)
  return name
}

const unsafe = (name: string): Refusal => new Refusal('zip.unsafe', { value: name.slice(0, 200) })

function refuseOverlaps(entries: Entry[]): void {
  let end = 0
  for (const entry of entries.sort((a, b) => a.begin - b.begin)) {
    if (entry.begin < end) throw unsafe(entry.name)
    end = Math.max(end, entry.end)
  }
}

/** Compressed bytes come in such pieces, so that no decoded piece is long. */
const PIECE_BYTES = 16 * 1024

/** A part's decoded bytes, piece by piece: never more than its directory and the budget say. */
export function decodePart(zip: Zip, entry: Entry, take: (piece: Uint8Array) => void): void {
  const raw = zip.bytes.subarray(entry.begin, entry.end)
  const bomb = entry.size > SMALL_BYTES && entry.size > raw.length * MAX_RATIO
  if (bomb || entry.size > zip.budget)
    throw new Refusal('zip.bomb', { params: { limit: MAX_DECODED_MB } })
  zip.budget -= entry.size
  let length = 0
  let crc = 0
  const counted = (piece: Uint8Array) => {
    length += piece.length
    if (length > entry.size) throw new Refusal('zip.bomb', { params: { limit: MAX_DECODED_MB } })
    crc = crc32(piece, crc)
    take(piece)
  }
  if (entry.method === STORED) counted(raw)
  else if (entry.method === DEFLATED) inflated(raw, entry, counted)
  else throw unreadable(entry.name)
  if (length !== entry.size || crc !== entry.crc) throw unreadable(entry.name)
}

function inflated(raw: Uint8Array, entry: Entry, take: (piece: Uint8Array) => void): void {
  const inflate = new Inflate(take)
  try {
    for (let place = 0; place < raw.length; place += PIECE_BYTES)
      inflate.push(raw.subarray(place, place + PIECE_BYTES), place + PIECE_BYTES >= raw.length)
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable(entry.name)
  }
}
