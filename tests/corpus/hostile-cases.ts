// The set of hostile inputs: what each is, and its bytes.

import { existsSync, readFileSync } from 'node:fs'
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
