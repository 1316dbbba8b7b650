// Which way up a photograph is: the one thing in its Exif that is needed to show it.

const ORIENTATION = 0x0112
const SHORT = 3
const ENTRY_OCTETS = 12

/** From 2 to 8; null where the picture stands as it is, or nothing can be read. */
export function orientationIn(tiff: Uint8Array): number | null {
  if (tiff.length < 8) return null
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length)
  const little = tiff[0] === 0x49
  const directory = view.getUint32(4, little)
  if (directory + 2 > tiff.length) return null
  const entries = view.getUint16(directory, little)
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * ENTRY_OCTETS
    if (at + ENTRY_OCTETS > tiff.length) return null
    if (view.getUint16(at, little) !== ORIENTATION) continue
    const value = view.getUint16(at + 2, little) === SHORT ? view.getUint16(at + 8, little) : 0
    return value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** An Exif that says this and nothing more. */
export function orientationSegment(orientation: number): Uint8Array {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]
  const entry = [ORIENTATION >> 8, ORIENTATION & 0xff, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0]
  return new Uint8Array([...exif, ...tiff, 0, 1, ...entry, 0, 0, 0, 0])
}
