// What is watched while a hostile input is uploaded. Whoever imports this calls nobody any more.

import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const DECISIONS = readFileSync(
  new URL('../../docs/decisions/hostile-input.md', import.meta.url),
  'utf8',
)

/** `refuse field.newline`, as the table of codes decides. */
export const decisions = [
  ...DECISIONS.matchAll(/^\| (`[\w.]+\.[\w.]+`.*?) \| (refuse|repair) \|/gm),
].flatMap(([, codes = '', decided]) =>
  [...codes.matchAll(/`([\w.]+)`/g)].map(([, code]) => `${decided} ${code}`),
)

/** Cases that the table of exceptions decides otherwise than the set would. */
export const exceptions = new Map(
  [...DECISIONS.matchAll(/^\| (`[a-z]+-.*?) \| (refuse|repair) \|/gm)].flatMap(
    ([, ids = '', decided = '']) =>
      [...ids.matchAll(/`([\w-]+)`/g)].map(([, id = '']): [string, string] => [id, decided]),
  ),
)

/** Nothing that is uploaded makes the server call anybody. Every way out goes through a socket. */
export const calls: unknown[] = []
Socket.prototype.connect = (...to: unknown[]): never => {
  calls.push(to)
  throw new Error('An upload made the server call out')
}

export interface Spent {
  ms: number
  cpuMs: number
  rssMegabytes: number
}

/** Of what was watched, by case. */
export const spent = new Map<string, Spent>()

export async function watched<T>(id: string, act: () => Promise<T>): Promise<T> {
  const [rss, cpu, began] = [process.memoryUsage.rss(), process.cpuUsage(), performance.now()]
  const answer = await act()
  const { user, system } = process.cpuUsage(cpu)
  const now = {
    ms: performance.now() - began,
    cpuMs: (user + system) / 1000,
    rssMegabytes: (process.memoryUsage.rss() - rss) / 2 ** 20,
  }
  const before = spent.get(id)
  if (!before || before.ms < now.ms) spent.set(id, now)
  return answer
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** What the heap holds when everything that can go has gone. */
export function heldMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** `csv-size-02 812 ms, 790 ms CPU, +31 MB` for the most by one measure. */
export const most = (measure: keyof Spent, count = 5): string[] =>
  [...spent]
    .sort(([, one], [, other]) => other[measure] - one[measure])
    .slice(0, count)
    .map(([id, { ms, cpuMs, rssMegabytes }]) => {
      const [time, cpu, memory] = [ms, cpuMs, rssMegabytes].map(Math.round)
      return `${id} ${time} ms, ${cpu} ms CPU, ${memory} MB`
    })
