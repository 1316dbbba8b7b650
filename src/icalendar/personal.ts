// A stored VEVENT as one subscription sees it: patched line by line, never rendered anew.

import type { EventState, Facts, Override } from '../schedule/event.ts'
import { overriddenFacts } from '../schedule/occurrences.ts'
import type { Overlay } from '../schedule/overlay.ts'
import type { Choices } from '../schedule/subscription.ts'
import { alarmLines, alarmsOf } from './alarms.ts'
import { nameOf, unescapeText, valueIn, veventsIn } from './components.ts'
import { locationOf } from './description.ts'
import {
  type PersonalLinks,
  personalDescription,
  personalTitle,
  translated,
} from './personal-text.ts'
import { localValue } from './series.ts'
import { isShown, shownLines } from './shown-series.ts'
import { escapeText, fold, quoteParameter } from './text.ts'

/** How one subscription shows all events. */
export interface PersonalLook {
  choices: Choices
  /** Of what Kalends itself adds. */
  language: 'ko' | 'en'
  look: number
  lookedAt: string
}

export interface PersonalEvent {
  state: Pick<EventState, 'uid' | 'facts' | 'movedFrom'>
  /** Its facts as far as they are wanted: see wantedOf. */
  shown: Facts
  overlay: (Overlay & { sequence: number; changedAt: string }) | null
  links: PersonalLinks
}

/** `stored` as renderEvent wrote it. */
export function patchEvent(stored: string, event: PersonalEvent, look: PersonalLook): string {
  return veventsIn(stored)
    .filter((lines) => isShown(lines, event))
    .map((lines) => patched(lines, event, look))
    .join('')
}

function patched(lines: readonly string[], event: PersonalEvent, look: PersonalLook): string {
  const facts = factsOf(lines, event)
  const { choices } = look
  const { overlay, links, state } = event
  const title = escapeText(
    personalTitle(facts, choices, unescapeText(valueIn(lines, 'SUMMARY') ?? '')),
  )
  const description = personalDescription({
    ...{ choices, links, language: look.language, memo: overlay?.memo ?? null },
    state: { facts, movedFrom: state.movedFrom },
    published: unescapeText(valueIn(lines, 'DESCRIPTION') ?? ''),
  })
  const stamp = `:${stampOf(lines, event, look)}`
  const sequence = Number(valueIn(lines, 'SEQUENCE')) + look.look + (overlay?.sequence ?? 0)
  const dropped = facts.status === 'cancelled' && choices.cancelled === 'drop'
  const place = choices.language === null ? null : locationOf(translated(facts, choices.language))
  const next = (line: string): string[] => {
    switch (nameOf(line)) {
      case 'SEQUENCE':
        return [`SEQUENCE:${sequence}`]
      case 'DTSTAMP':
      case 'LAST-MODIFIED':
        return [`${nameOf(line)}${stamp}`]
      case 'SUMMARY':
        return [`SUMMARY:${title}`, `DESCRIPTION:${escapeText(description)}`]
      case 'DESCRIPTION':
        return []
      case 'STATUS':
        return dropped ? ['STATUS:CANCELLED'] : [line]
      case 'LOCATION':
        return [place ? `LOCATION:${escapeText(place)}` : line]
      case 'X-APPLE-STRUCTURED-LOCATION':
        return [place ? line.replace(TITLE, () => `;X-TITLE=${quoteParameter(place)}`) : line]
      case 'END':
        return [...alarmLines(alarmsOf(facts, choices, overlay), title), line]
      default:
        return [line]
    }
  }
  return shownLines(lines, event).flatMap(next).map(fold).join('')
}

const TITLE = /;X-TITLE="[^"]*"/

/** Of a happening that differs or stands alone: its own. */
function factsOf(lines: readonly string[], { state: { uid, facts } }: PersonalEvent): Facts {
  const id = lines.find((line) => nameOf(line) === 'RECURRENCE-ID')?.slice('RECURRENCE-ID'.length)
  const suffix = valueIn(lines, 'UID')?.slice(uid.length + 1)
  const start = (override: Override) => override.recurrenceId.replace(/[-:]/g, '')
  const override = facts.overrides.find((each) =>
    id ? id === localValue(each.recurrenceId, facts) : suffix !== '' && suffix === start(each),
  )
  if (override) return overriddenFacts(facts, override)
  return suffix ? { ...facts, start: localOf(suffix), rrule: null } : facts
}

/** `20260401T183000` → `2026-04-01T18:30:00` */
const localOf = (digits: string): string =>
  digits.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6')

/** The latest of what changed it: its publication, the look of all, what is laid over it. */
function stampOf(lines: readonly string[], { overlay }: PersonalEvent, look: PersonalLook): string {
  const own = [look.lookedAt, overlay?.changedAt ?? ''].map((at) => at.replace(/[-:]/g, ''))
  return [valueIn(lines, 'LAST-MODIFIED') ?? '', ...own].reduce((a, b) => (a > b ? a : b))
}
