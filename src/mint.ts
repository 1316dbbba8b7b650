// Random names, the same on both runtimes.

const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567'
const CHARS = 22

/** 110 random bits in 22 of a-z and 2-7: UIDs, ids and secrets. */
export function mintName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CHARS))
  return Array.from(bytes, (byte) => DIGITS[byte & 31]).join('')
}
