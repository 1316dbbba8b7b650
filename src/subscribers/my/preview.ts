// What a form's choices would bring: how many of how many, and which come next.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { type Choices, DEFAULT_CHOICES } from '../../schedule/subscription.ts'
import type { KeptOverlay } from '../../storage/overlays.ts'
import type { Followed } from '../../storage/subscriptions.ts'
import { type Preview, upcoming } from '../../subscriptions/agenda.ts'
import { narrows } from '../../subscriptions/choose.ts'
import { calendarsAt, withWish } from '../../subscriptions/make.ts'
import type { Markup } from '../../web/layout.ts'
import { errorsOf } from './errors.ts'
import { type Fields, wishOf } from './fields.ts'
import { placed, seen, titled } from './seen.ts'

/** How many of the next are shown. */
const SHOWN = 8

/** What there is already of a subscription whose choices are being changed. */
export interface Known {
  followed: readonly Followed[]
  overlays: ReadonlyMap<string, KeptOverlay>
}

export const NOTHING_KNOWN: Known = { followed: [], overlays: new Map() }

export type Previewed =
  | (Preview & { choices: Choices; total: number })
  | { errors: Map<string, string> }

export async function previewed(
  ports: Ports,
  fields: Fields,
  { followed: known, overlays }: Known,
  language: Language,
): Promise<Previewed> {
  try {
    const wish = wishOf(fields)
    const choices = withWish(DEFAULT_CHOICES, wish)
    const followed = await calendarsAt(ports, wish.calendars, known)
    const preview = await upcoming(ports, { followed, choices, overlays }, SHOWN)
    if (!narrows(choices, overlays)) return { ...preview, choices, total: preview.count }
    const everything = { followed, choices: DEFAULT_CHOICES, overlays: new Map() }
    const { count: total } = await upcoming(ports, everything, 0)
    return { ...preview, choices, total }
  } catch (thrown) {
    return { errors: errorsOf(thrown, language) }
  }
}

const WORDS = {
  ko: {
    heading: '미리 보기',
    count: (count: number, total: number) =>
      count === total
        ? `앞으로의 일정 ${total.toLocaleString('ko')}개를 모두 받습니다`
        : `앞으로의 일정 ${total.toLocaleString('ko')}개 중 ${count.toLocaleString('ko')}개를 받습니다`,
    none: '고른 것에 모두 맞는 일정이 없습니다. 하나를 풀어 보세요. 이대로 만들면 그 까닭을 적은 일정 하나만 보입니다.',
    over: '이 캘린더에는 지금 앞으로의 일정이 없습니다. 새 일정이 나오면 저절로 들어옵니다.',
    more: (count: number) => `그리고 ${count.toLocaleString('ko')}개 더`,
    wrong: '고칠 곳이 있어 아직 보여 드릴 수 없습니다.',
  },
  en: {
    heading: 'Preview',
    count: (count: number, total: number) =>
      count === total
        ? `All ${total.toLocaleString('en')} events ahead`
        : `${count.toLocaleString('en')} of ${total.toLocaleString('en')} events ahead`,
    none: 'Nothing fits all of these choices: untick one of them. As it is, the calendar holds a single event that says why.',
    over: 'There are no events ahead in these calendars now. New ones will come by themselves.',
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    wrong: 'Something needs mending before this can be shown.',
  },
}

export function countText(preview: Previewed, language: Language): string {
  const words = WORDS[language]
  return 'errors' in preview ? words.wrong : words.count(preview.count, preview.total)
}

/** A script puts a fresh one in the place of the last. */
export function previewView(preview: Previewed, language: Language, now: string): Markup {
  const words = WORDS[language]
  return html`<section id="preview" aria-labelledby="preview-heading"><h2 id="preview-heading">${words.heading}</h2>
<p class="count">${countText(preview, language)}</p>
${'errors' in preview ? wrongs(preview.errors) : events(preview, language, now)}</section>`
}

const wrongs = (errors: Map<string, string>): Markup =>
  html`${[...errors.values()].map((text) => html`<p class="error">${text}</p>`)}`

function events(
  { next, count, total, choices }: Extract<Previewed, { count: number }>,
  language: Language,
  now: string,
): Markup {
  const words = WORDS[language]
  if (total === 0) return html`<p>${words.over}</p>`
  if (count === 0) return html`<p>${words.none}</p>`
  const uids = new Set(next.map(({ event }) => event.uid))
  const others = count - uids.size
  return html`<ol>${next.map((happening) => {
    const shown = seen(happening, choices, language, now)
    return html`<li>${shown.when}<strong>${titled(shown, language)}</strong>${placed(shown, language)}</li>`
  })}</ol>${others > 0 ? html`<p class="soft">${words.more(others)}</p>` : ''}`
}
