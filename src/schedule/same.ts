// Whether two values say the same.

/** As equal as their JSON, in whatever order; written out, it would cost much of a comparison of 50,000 rows. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  const valueIn = (object: object, key: string) => (object as Record<string, unknown>)[key]
  return (
    keys.length === others.length &&
    keys.every(
      (key, place) =>
        (key === others[place] || Object.hasOwn(b, key)) && same(valueIn(a, key), valueIn(b, key)),
    )
  )
}
