// The cases of the hostile set that are addresses and servers.

import { existsSync, readFileSync } from 'node:fs'
import type { Json } from '../harness.ts'

const HOSTILE = new URL('../../../shared/hostile/', import.meta.url)
export const here = existsSync(HOSTILE)

export interface Case {
  id: string
  group: string
  kind: string
  title: string
  expected: 'accept' | 'reject' | 'reject-or-repair'
  reason?: string
  must?: Json
  file: string | null
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
  const bytes = readFileSync(new URL(file, HOSTILE))
  if (Object.keys(fills).length === 0) return new Uint8Array(bytes)
  const filled = bytes
    .toString('latin1')
    .replace(/\{\{(\w+)\}\}/g, (whole, name) => fills[name] ?? whole)
  return new Uint8Array(Buffer.from(filled, 'latin1'))
}
