// An image that a stranger gave, looked at by its bytes, and written anew without what is not needed
// to show it: no places, no names, no comments, nothing behind its end.

import { Problem } from '../problem.ts'

export type ImageType = 'png' | 'jpeg'

/** A rewritten image. */
export interface Image {
  type: ImageType
  width: number
  height: number
  bytes: Uint8Array
}

export const MIN_SIDE_PX = 16
export const MAX_SIDE_PX = 2048

export type Damage = 'cut_off' | 'checksum' | 'lies' | 'structure'

export const damaged = (why: Damage, cause?: unknown): Problem =>
  new Problem('image_damaged', { why }, cause === undefined ? undefined : { cause })

/** Throws `image_measures`, before anything as large as it says is made of it. */
export function requireMeasures(width: number, height: number): void {
  const fits = [width, height].every((side) => side >= MIN_SIDE_PX && side <= MAX_SIDE_PX)
  if (!fits)
    throw new Problem('image_measures', { width, height, min: MIN_SIDE_PX, max: MAX_SIDE_PX })
}

export const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((octets, part) => octets + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
