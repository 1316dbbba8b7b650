// Long work takes turns with the polls that wait for an answer meanwhile.

/** One of those who work long has the turn; it ends when who waits has been served. */
let isTaken = false
/** Who had the turn may have been stopped in it. */
const MAX_WAITS = 50

/** Ends after those who wait have had their turn: polls, and others who work as long. */
export async function nextTurn(): Promise<void> {
  await pause()
  for (let waits = 0; isTaken && waits < MAX_WAITS; waits += 1) await pause()
  isTaken = true
  setTimeout(() => {
    isTaken = false
  }, 0)
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** `items` a few at a time, with a turn for others in between. */
export async function* inTurns<T>(items: readonly T[], atOnce: number): AsyncGenerator<T[]> {
  for (let place = 0; place < items.length; place += atOnce) {
    if (place > 0) await nextTurn()
    yield items.slice(place, place + atOnce)
  }
}
