// What kind of image the bytes are, whatever they are called; PNG and JPEG written anew.

import { Problem } from '../problem.ts'
import { ascii, type Image } from './image.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng, isPng } from './png.ts'

/** Where a text says what it is. */
const LOOKED_AT_CHARS = 1024

/** Throws `image_kind` for any other kind, `image_damaged` and `image_measures`. */
export async function cleanImage(bytes: Uint8Array): Promise<Image> {
  if (isPng(bytes)) return cleanPng(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return cleanJpeg(bytes)
  throw new Problem('image_kind', { found: kindOf(bytes) })
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['GIF', /^GIF8/],
  ['WebP', /^RIFF.{4}WEBP/s],
  ['HEIC', /^.{4}ftyp/s],
  ['PDF', /^%PDF/],
  ['SVG', /<svg[\s>]/i],
  ['HTML', /<(?:!doctype|html|head|body|script)[\s>]/i],
]

function kindOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty'
  const start = ascii(bytes, 0, LOOKED_AT_CHARS)
  return KINDS.find(([, mark]) => mark.test(start))?.[0] ?? 'other'
}
