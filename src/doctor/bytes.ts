// Two answers, compared.

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
