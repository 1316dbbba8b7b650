// How files know an event: by what they say of it, not by what a person has made of it by hand.

import type { EventState, Face, Facts } from './event.ts'
import { same } from './same.ts'

export function faceIn(facts: Facts): Face {
  const { kind, title, home, away, start, gameNo, location } = facts
  return { kind, title, home, away, start, gameNo, location }
}

/** The event as files know it. */
export const asFiled = <T extends EventState>(event: T): T =>
  event.filed === null ? event : { ...event, facts: { ...event.facts, ...event.filed } }

/** What files know it by, where that is not what is told of it. */
export const filedAs = (face: Face, facts: Facts): Face | null =>
  same(face, faceIn(facts)) ? null : face
