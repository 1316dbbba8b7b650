// Events as search engines read them (schema.org), in a block that no text can break out of.

import { html, raw } from 'hono/html'
import type { Language } from '../language/choose.ts'
import type { Facts, Slot } from '../schedule/event.ts'
import { instantWithOffset, placeIn } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Partner } from '../storage/partners.ts'
import type { Markup } from '../web/layout.ts'
import { eventPath } from './event-row.ts'
import { eventTexts, partnerNames } from './texts.ts'

export interface Described {
  calendar: Calendar
  partner: Partner
  publicUrl: string
  language: Language
}

/** What an event's own times and words make of it. */
export interface DescribedEvent {
  uid: string
  facts: Facts
  movedFrom: Slot | null
  endsAt: string
}

const SCHEMA = 'https://schema.org'

export const jsonLd = (events: readonly object[]): Markup =>
  html`<script type="application/ld+json">${raw(
    // `</script>` and `<!--` would end the block, wherever they stand in a text.
    JSON.stringify({ '@context': SCHEMA, '@graph': events }).replace(/</g, '\\u003c'),
  )}</script>
`

export function eventLd(event: DescribedEvent, about: Described): object {
  const { facts, movedFrom, uid } = event
  const { calendar, partner, publicUrl, language } = about
  const { title, description, place } = eventTexts(facts, calendar, language)
  const page = `${publicUrl}${eventPath(calendar, uid)}`
  const teams = [facts.home, facts.away].filter((name) => name !== null)
  const isGame = facts.home !== null && facts.away !== null
  const team = (name: string) => ({ '@type': 'SportsTeam', name })
  const tickets = facts.links.find(({ label }) => label === 'ticket')
  return {
    ...{ '@type': isGame ? 'SportsEvent' : 'Event', '@id': page, url: page, name: title.text },
    ...(description ? { description: description.text } : {}),
    ...{ inLanguage: title.lang, startDate: whenOf(facts), endDate: endOf(event) },
    eventStatus: `${SCHEMA}/${statusOf(facts, movedFrom)}`,
    ...(movedFrom ? { previousStartDate: whenOf(movedFrom) } : {}),
    ...(place ? { location: placeLd(facts, place.text) } : {}),
    organizer: {
      ...{ '@type': 'Organization', name: partnerNames(partner, language).name.text },
      url: `${publicUrl}/${partner.slug}`,
    },
    ...(isGame ? { homeTeam: team(facts.home ?? ''), awayTeam: team(facts.away ?? '') } : {}),
    ...(teams.length > 0 ? { performer: teams.map(team) } : {}),
    ...(tickets ? { offers: offerOf(facts, tickets.url) } : {}),
  }
}

function statusOf({ status }: Facts, movedFrom: Slot | null): string {
  if (status === 'cancelled') return 'EventCancelled'
  if (status === 'postponed') return 'EventPostponed'
  return movedFrom ? 'EventRescheduled' : 'EventScheduled'
}

const whenOf = ({
  start,
  allDay,
  timezone,
}: Pick<Facts, 'start' | 'allDay' | 'timezone'>): string =>
  allDay ? start : instantWithOffset(placeIn(start, timezone).instant, timezone)

/** Days are inclusive here, as they are on the page. */
const endOf = ({ facts, endsAt }: DescribedEvent): string =>
  facts.allDay ? (facts.end ?? facts.start) : instantWithOffset(endsAt, facts.timezone)

function placeLd({ location }: Facts, name: string): object {
  const { address, region, latitude, longitude } = location ?? {}
  return {
    ...{ '@type': 'Place', name },
    ...(address || region ? { address: address ?? region } : {}),
    ...(latitude != null && longitude != null
      ? { geo: { '@type': 'GeoCoordinates', latitude, longitude } }
      : {}),
  }
}

const offerOf = ({ soldOut, ticketOpensAt, timezone }: Facts, url: string): object => ({
  ...{ '@type': 'Offer', url, availability: `${SCHEMA}/${soldOut ? 'SoldOut' : 'InStock'}` },
  ...(ticketOpensAt
    ? {
        validFrom: whenOf({ start: ticketOpensAt, allDay: !ticketOpensAt.includes('T'), timezone }),
      }
    : {}),
})
