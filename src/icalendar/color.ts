// RFC 7986 §5.9 wants a CSS3 colour by name: the nearest of the sixteen every client knows.

const NAMED: readonly (readonly [string, number, number, number])[] = [
  ['black', 0, 0, 0],
  ['silver', 192, 192, 192],
  ['gray', 128, 128, 128],
  ['white', 255, 255, 255],
  ['maroon', 128, 0, 0],
  ['red', 255, 0, 0],
  ['purple', 128, 0, 128],
  ['fuchsia', 255, 0, 255],
  ['green', 0, 128, 0],
  ['lime', 0, 255, 0],
  ['olive', 128, 128, 0],
  ['yellow', 255, 255, 0],
  ['navy', 0, 0, 128],
  ['blue', 0, 0, 255],
  ['teal', 0, 128, 128],
  ['aqua', 0, 255, 255],
]

/** `hex` is #RRGGBB. */
export function nearestColorName(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((place) =>
    Number.parseInt(hex.slice(place, place + 2), 16),
  )
  let nearest = 'black'
  let least = Number.POSITIVE_INFINITY
  for (const [name, r, g, b] of NAMED) {
    const distance = (r - (red ?? 0)) ** 2 + (g - (green ?? 0)) ** 2 + (b - (blue ?? 0)) ** 2
    if (distance < least) [nearest, least] = [name, distance]
  }
  return nearest
}
