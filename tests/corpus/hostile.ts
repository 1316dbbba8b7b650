// The set of hostile inputs, and what is watched while one of them is uploaded.

import { existsSync, readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Json } from '../harness.ts'

export const HOSTILE = new URL('../../../shared/hostile/', import.meta.url)
export const here = existsSync(HOSTILE)

export interface Case {
  id: string
  group: string
  kind: string
  title: string
  expected: 'accept' | 'reject' | 'reject-or-repair'
  prefer?: 'reject' | 'repair'
  reason?: string
  where?: Json
  must?: Json
  file: string | null
  filename?: string
  recipe?: string
  args?: object
  headers?: Record<string, string>
}

export const casesOf = (...kinds: string[]): Case[] =>
  here
    ? JSON.parse(readFileSync(new URL('index.json', HOSTILE), 'utf8')).cases.filter(
        ({ kind }: Case) => kinds.includes(kind),
      )
    : []

/** The file, with `{{…}}` filled in. */
export async function bytesOf(
  { file, recipe, args }: Case,
  fills: Record<string, string>,
): Promise<Uint8Array> {
  if (!file) {
    const { recipes } = await import(new URL('recipes.mjs', HOSTILE).href)
    return recipes[recipe ?? ''](args)
  }
  const text = readFileSync(new URL(file, HOSTILE), 'latin1')
  const filled = text.replace(/\{\{(\w+)\}\}/g, (whole, name) => fills[name] ?? whole)
  return new Uint8Array(Buffer.from(filled, 'latin1'))
}

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
