// Bytes put together and compared.

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return false
  return true
}

/** The line, from 1, on which they begin to differ. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let line = 1
  for (let place = 0; place < a.length && a[place] === b[place]; place += 1)
    if (a[place] === 0x0a) line += 1
  return line
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
