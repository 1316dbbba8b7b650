// The builder: calendars, then choices beside what they would bring. The same for a new link and for
// one that there is already.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../ports.ts'
import type { Reminders } from '../../schedule/reminder-rules.ts'
import { overlaysOf } from '../../storage/overlays.ts'
import type { Subscription } from '../../storage/subscriptions.ts'
import { calendarsAt } from '../../subscriptions/make.ts'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'
import { calendarNames } from '../texts.ts'
import { choicesView } from './choices-view.ts'
import { facetsOf } from './facets.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { languageField, myPage } from './frame.ts'
import { meanwhileView, sinceField } from './meanwhile.ts'
import { pickerTitle, pickerView } from './picker.ts'
import { countText, type Known, NOTHING_KNOWN, previewed, previewView } from './preview.ts'
import { putReminders } from './reminder-fields.ts'

const WORDS = {
  ko: {
    title: '나만의 링크 만들기',
    change: '받는 일정 바꾸기',
    intro: '골라 보세요. 나중에 언제든 바꿀 수 있고, 바꾸어도 주소는 그대로입니다.',
    changeIntro: '바꾸어도 주소는 그대로입니다. 캘린더 앱에는 다음에 새로 고칠 때 나타납니다.',
    add: '캘린더 더하기',
    show: '미리 보기',
    make: '링크 만들기',
    keep: '이대로 바꾸기',
  },
  en: {
    title: 'Make your own link',
    change: 'Change what comes',
    intro: 'Choose as you like. You can change everything later, and the address stays the same.',
    changeIntro: 'The address stays. Your calendar app shows the change when it next refreshes.',
    add: 'Add calendars',
    show: 'Show the preview',
    make: 'Make the link',
    keep: 'Save these choices',
  },
}

/** A subscription that is being changed. */
export interface Present {
  token: string
  subscription: Subscription
}

export interface Asked {
  reader: Reader
  fields: Fields
  present: Present | null
  /** Of a form that was refused. */
  errors?: ReadonlyMap<string, string>
  /** Where something else was saved while the form was open. */
  isOutdated?: boolean
}

export const baseOf = (present: Present | null): string =>
  present ? `/my/${present.token}/choices` : '/my/new'

export const knownOf = async (
  { db }: Pick<Ports, 'db'>,
  present: Present | null,
): Promise<Known> =>
  present
    ? {
        followed: present.subscription.followed,
        overlays: await overlaysOf(db, present.subscription),
      }
    : NOTHING_KNOWN

/** As the address says, else as it is chosen already. */
export function fieldsAsked(c: Context, present: Present | null): Fields {
  const given = new URL(c.req.url).searchParams
  given.delete('lang')
  if (!present || given.size > (given.has('pick') ? 1 : 0)) return given
  const fields = savedFields(present)
  if (given.has('pick')) fields.set('pick', '1')
  return fields
}

export function savedFields({
  subscription: { choices, followed },
}: Pick<Present, 'subscription'>): Fields {
  const addresses = followed.map(({ calendar, address }) => `${calendar.partner}/${address}`)
  return fieldsOf(choices, addresses)
}

export async function answerBuilder(ports: Ports, c: Context, asked: Asked): Promise<Response> {
  const { fields, present, reader, errors } = asked
  const addresses = fields.getAll('calendar')
  const { followed: known } = await knownOf(ports, present)
  const followed = addresses.length > 0 ? await calendarsAt(ports, addresses, known) : []
  if (errors === undefined && (followed.length === 0 || fields.has('pick'))) {
    const chosen = followed.map(({ calendar }) => calendar)
    const body = pickerView(ports, { fields, chosen, reader, base: baseOf(present) })
    return myPage(c, { reader, title: pickerTitle(reader), body })
  }
  const words = WORDS[reader.language]
  const title = present ? words.change : words.title
  const body = builderView(ports, asked, followed)
  const status = asked.isOutdated ? 409 : errors ? 400 : 200
  return myPage(c, { reader, title, body, status })
}

async function builderView(
  ports: Ports,
  { fields, present, reader, errors, isOutdated = false }: Asked,
  followed: Known['followed'] | Awaited<ReturnType<typeof calendarsAt>>,
): Promise<Markup> {
  const { language, to } = reader
  const [words, base] = [WORDS[language], baseOf(present)]
  const facets = await facetsOf(ports, followed)
  if (!present && !fields.has('language') && facets.languages.includes(language))
    fields.set('language', language)
  if (!fields.has('remind')) putReminders(fields, FIRST_REMINDERS, false)
  const preview = await previewed(ports, fields, await knownOf(ports, present), language)
  const wrong = errors ?? ('errors' in preview ? preview.errors : new Map<string, string>())
  const asking = (name: string, text: string, kind = '') =>
    html`<button class="${kind}" name="${name}" value="1" formmethod="get" formaction="${base}">${text}</button>`
  const choices = choicesView({
    ...{ filled: { fields, errors: wrong }, facets, language, add: asking('pick', words.add) },
    calendars: followed.map(({ calendar, address }) => ({
      value: `${calendar.partner}/${address}`,
      text: calendarNames(calendar, language).name.text,
    })),
  })
  const saved = present && savedFields(present)
  const again = to(base)
  const told = saved && isOutdated ? meanwhileView({ saved, fields, language, again }) : ''
  // The first button is what Enter in a field presses: that shows, and neither leaves nor makes.
  return html`${told}<p>${present ? words.changeIntro : words.intro}</p>
<form method="post" action="${to(base)}" class="builder" data-preview="${present ? `/my/${present.token}/preview` : '/my/preview'}">
<button class="hidden" name="show" value="1" formmethod="get" formaction="${base}" tabindex="-1" aria-hidden="true"></button>
<div>${languageField(reader)}${saved && sinceField(saved, fields)}${choices}</div>
${previewView(preview, language, ports.now())}
<div class="finish"><output id="count">${countText(preview, language)}</output>
${asking('show', words.show, 'without')}<button class="main">${present ? words.keep : words.make}</button></div>
</form>`
}

/** What is ticked for who is about to choose. */
const FIRST_REMINDERS: Reminders = {
  ...{ minutes: [30], daysBefore: [], allDay: [{ days: 1, at: '20:00' }], tickets: [] },
  ...{ quiet: null, changes: true },
}

/** What a script puts in the place of the preview. */
export async function answerPreview(ports: Ports, c: Context, asked: Asked): Promise<Response> {
  const { fields, present, reader } = asked
  const { language } = reader
  const preview = await previewed(ports, fields, await knownOf(ports, present), language)
  const text = await html`<output id="count">${countText(preview, language)}</output>
${previewView(preview, language, ports.now())}`
  return c.html(String(text), 200, {
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'",
  })
}
