// What is wrong, put to each program: how it fares, and because of what.

import { CLIENTS, type Client } from './clients.ts'
import { DEFECTS, EFFECT_WEIGHT, type Effect } from './defects.ts'
import type { Defect } from './notes.ts'

export type State = 'well' | 'impaired' | 'broken'

export interface Verdict {
  client: Client
  state: State
  /** The worst that happens, and by which defect. */
  effect: Effect | null
  because: Defect | null
}

export const verdicts = (defects: readonly Defect[]): Verdict[] =>
  CLIENTS.map((client) => verdictOf(client, defects))

const STATES: readonly State[] = ['well', 'impaired', 'broken']

function verdictOf(client: Client, defects: readonly Defect[]): Verdict {
  let worst: { effect: Effect; because: Defect } | null = null
  for (const defect of defects) {
    const effect = defect.clients[client]
    if (!effect) continue
    if (!worst || weightOf(effect, defect) > weightOf(worst.effect, worst.because))
      worst = { effect, because: defect }
  }
  if (!worst) return { client, state: 'well', effect: null, because: null }
  return { client, state: STATES[weightOf(worst.effect, worst.because)] ?? 'well', ...worst }
}

/** What is only a note impairs nobody. */
const weightOf = (effect: Effect, { code }: Defect): number =>
  DEFECTS[code].severity === 'note' ? 0 : EFFECT_WEIGHT[effect]

/** The whole in a word: for people's first look and for the command's status. */
export function healthOf(defects: readonly Defect[]): 'healthy' | 'hurts' | 'breaks' {
  const severities = new Set(defects.map(({ code }) => DEFECTS[code].severity))
  if (severities.has('breaks')) return 'breaks'
  return severities.has('hurts') ? 'hurts' : 'healthy'
}
