// `/my/{token}/{uid}`: where the link in an event's text leads.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { titleOf } from '../../icalendar/personal-text.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { type Occurrence, occurrencesOf } from '../../schedule/occurrences.ts'
import { ownTeamOf } from '../../schedule/subscription.ts'
import { addDays, addYears } from '../../schedule/zones.ts'
import { gamesOf } from '../../storage/subscription-events.ts'
import { type Laid, requireEvent } from '../../subscriptions/overlay.ts'
import type { Filled } from './controls.ts'
import { errorsOf } from './errors.ts'
import { actOnEvent } from './event-acts.ts'
import { type EventHere, eventView, notedFields } from './event-view.ts'
import type { Fields } from './fields.ts'
import { formOf } from './form.ts'
import { myPage } from './frame.ts'
import { linkHere, TOKEN } from './link-here.ts'
import { informed, Outdated } from './meanwhile.ts'
import { eventNotice } from './notice.ts'

export const eventPages = (ports: Ports): Hono =>
  new Hono()
    .get(`/my/${TOKEN}/:uid`, async (c) => {
      const here = await eventHere(ports, c, c.req.query('day') ?? null)
      return answerEvent(c, here, { fields: notedFields(here.laid), errors: new Map() })
    })
    .post(`/my/${TOKEN}/:uid`, async (c) => {
      const fields = await formOf(ports, c)
      const { reader } = await linkHere(ports, c)
      try {
        return await actOnEvent(ports, c, fields)
      } catch (thrown) {
        if (thrown instanceof Outdated) return outdatedNote(ports, c, fields, thrown)
        const errors = errorsOf(thrown, reader.language)
        return answerEvent(c, await eventHere(ports, c, fields.get('day')), { fields, errors })
      }
    })

/** Another device has noted something else while the form was open. */
async function outdatedNote(
  ports: Ports,
  c: Context,
  fields: Fields,
  { saved }: Outdated,
): Promise<Response> {
  const here = await eventHere(ports, c, fields.get('day'))
  const filled = { fields: await informed(saved, fields), errors: new Map() }
  return answerEvent(c, { ...here, isOutdated: true }, filled)
}

const answerEvent = (c: Context, here: EventHere, filled: Filled): Promise<Response> =>
  myPage(c, {
    ...{ reader: here.reader, title: here.happening.title },
    status: here.isOutdated ? 409 : filled.errors.size > 0 ? 400 : 200,
    body: html`${eventNotice(c, here)}${eventView(here, filled)}`,
  })

async function eventHere(ports: Ports, c: Context, asked: string | null): Promise<EventHere> {
  const here = await linkHere(ports, c)
  const laid = await requireEvent(ports, here.token, c.req.param('uid') ?? '')
  const now = ports.now()
  const occurrence = occurrenceOn(laid, asked, now)
  const { calendar } = laid.followed
  const title = titleOf(occurrence.facts, here.subscription.choices, calendar.settings.language)
  const { facts } = laid.event
  return {
    ...{ ...here, laid, now },
    ownTeam: ownTeamOf(facts.home || facts.away ? await gamesOf(ports.db, calendar) : []),
    day: facts.rrule === null ? null : occurrence.recurrenceId.slice(0, 10),
    happening: { calendar, occurrence, title },
  }
}

const YEARS_AHEAD = 10

/** The happening of the day that was asked for; else the next one, else the first. */
function occurrenceOn({ event, followed }: Laid, asked: string | null, now: string): Occurrence {
  const { defaultMinutes } = followed.calendar.settings
  const { facts } = event
  const first = (from: string, to: string): Occurrence[] =>
    occurrencesOf(facts, from, to, defaultMinutes, NEAR)
  const day = asked !== null && DATE.test(asked) ? asked : null
  const found =
    (day && first(instant(day, -2), instant(day, 3)).find((each) => isOn(each, day))) ||
    first(now, addYears(now, YEARS_AHEAD))[0] ||
    first(BEGINNING, END)[0]
  if (!found) throw new Problem('not_found', { what: 'event', name: event.uid })
  return found
}

const NEAR = 8
const BEGINNING = '0000-01-01T00:00:00Z'
const END = '9999-12-31T23:59:59Z'
const DATE = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

const instant = (day: string, days: number): string => `${addDays(day, days)}T00:00:00Z`

const isOn = ({ recurrenceId }: Occurrence, day: string): boolean => recurrenceId.startsWith(day)
