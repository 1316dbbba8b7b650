// What happens by itself, a little at each tick. The runtimes give the ticks.

import { publishDue } from './partners/due.ts'
import type { Ports } from './ports.ts'

/** Does what is due. Work that the tick before began and has not ended is not begun twice. */
export function ticker(ports: Ports): () => Promise<void> {
  const publications = oneAtATime(ports, 'publications', () => publishDue(ports))
  return async () => {
    await publications()
  }
}

/** A tick that fails is logged: the next one tries again. */
function oneAtATime(ports: Ports, what: string, work: () => Promise<unknown>) {
  let running: Promise<void> | null = null
  return (): Promise<void> => {
    running ??= work()
      .then(
        () => {},
        (error: unknown) =>
          ports.log.error(`${what} at their time failed`, { error: String(error) }),
      )
      .finally(() => {
        running = null
      })
    return running
  }
}
