// Long work takes turns with the polls that wait for an answer meanwhile.

/** Ends after those who wait have had their turn. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** `items` a few at a time, with a turn for others in between. */
export async function* inTurns<T>(items: readonly T[], atOnce: number): AsyncGenerator<T[]> {
  for (let place = 0; place < items.length; place += atOnce) {
    if (place > 0) await nextTurn()
    yield items.slice(place, place + atOnce)
  }
}
