// What changed, as news: RSS, Atom and JSON Feed. The same state is the same bytes, always.

import { type Context, Hono } from 'hono'
import type { Language } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import type { Calendar } from '../storage/calendars.ts'
import { sha256 } from '../storage/digest.ts'
import { latestChanges } from '../storage/public-changes.ts'
import { calendarHere } from '../web/addresses.ts'
import { isFresh } from '../web/conditional.ts'
import { isReserved } from '../web/names.ts'
import { CHANGE_WORDS } from './change-words.ts'
import { changesPath, changesTitle, FEED_KINDS, type FeedKind } from './changes-section.ts'
import { atomText, type Item, jsonText, type News, rssText } from './changes-text.ts'
import { type Told, toldOf } from './changes-view.ts'
import { eventPath, MARKS } from './event-row.ts'
import { calendarNames, eventTexts } from './texts.ts'
import { momentText } from './when.ts'

/** Of the latest changes. */
export const MAX_ITEMS = 50

const WRITERS: Record<FeedKind, (news: News) => string> = {
  ...{ rss: rssText, atom: atomText, json: jsonText },
}

export function changesFeeds(ports: Ports): Hono {
  return new Hono().get(
    '/:partner{[a-z0-9-]{1,64}}/:calendar{[a-z0-9-]{1,64}}/:file{changes\\.(?:rss|atom|json)}',
    async (c, next) => {
      const { partner, calendar: slug, file } = c.req.param()
      if (isReserved(partner)) return next()
      const calendar = await calendarHere(ports, c, { partner, calendar: slug })
      const kind = file.slice('changes.'.length) as FeedKind
      const text = WRITERS[kind](await newsOf(ports, calendar, kind, languageOf(c, calendar)))
      return answerText(c, `${FEED_KINDS[kind].type}; charset=utf-8`, text)
    },
  )
}

/** The address says it, else the calendar does: who fetches news has no language of their own. */
function languageOf(c: Context, calendar: Calendar): Language {
  const asked = c.req.query('lang')
  if (asked === 'ko' || asked === 'en') return asked
  return calendar.settings.language === 'en' ? 'en' : 'ko'
}

/** A text that stays the same until something changes. */
export async function answerText(c: Context, type: string, text: string): Promise<Response> {
  const tag = `"${await sha256(text)}"`
  const headers = {
    ...{ ETag: tag, 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
    'X-Content-Type-Options': 'nosniff',
  }
  const conditions = { ifNoneMatch: c.req.header('if-none-match'), ifModifiedSince: undefined }
  if (isFresh(conditions, [tag], '')) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'Content-Type': type } })
}

async function newsOf(ports: Ports, calendar: Calendar, kind: FeedKind, language: Language) {
  const { publicUrl } = ports.config
  const changes = await latestChanges(ports.db, calendar, MAX_ITEMS)
  const query = language === calendar.settings.language ? '' : `?lang=${language}`
  const items = changes.map((change): Item => {
    const { after } = change
    const told = toldOf(change, language)
    const title = eventTexts(after.facts, calendar, language).title.text
    return {
      // For life: an event keeps its uid, and a revision is never given twice.
      id: `urn:kalends:${after.uid}:${after.toldNumber}`,
      url: `${publicUrl}${eventPath(calendar, after.uid)}${query}`,
      title: `${CHANGE_WORDS[language].kinds[told.kind]}: ${title}`,
      text: textOf(told, momentText(after.facts, language), language),
      at: after.changedAt,
    }
  })
  const news: News = {
    ...{ language, items, title: changesTitle(calendar, { language }) },
    description: calendarNames(calendar, language).description?.text ?? '',
    page: `${publicUrl}/${calendar.partner}/${calendar.slug}${query}`,
    self: `${publicUrl}${changesPath(calendar, kind)}${query}`,
    // Never the clock: what was last told, else the calendar's birth.
    updated: items[0]?.at ?? calendar.createdAt,
  }
  return news
}

function textOf({ lines, reason }: Told, when: string, language: Language): string {
  const nothing = CHANGE_WORDS[language].nothing
  const told = lines.map(({ label, from, to }) =>
    from === null ? `${label}: ${to ?? nothing}` : `${label}: ${from} → ${to ?? nothing}`,
  )
  return [
    ...(lines.some(({ label }) => label === CHANGE_WORDS[language].when) ? [] : [when]),
    ...told,
    ...(reason ? [`${MARKS[language].reason}: ${reason}`] : []),
  ].join('\n')
}
