// Repetition in plain words: "the 2nd and 4th Sunday of each month" to a rule and back.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { Markup } from '../../../web/layout.ts'
import type { Fields } from '../review/review-forms.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const ORDINALS = ['1', '2', '3', '4', '5', '-1'] as const
const SHAPES = ['none', 'weekly', 'monthly-day', 'monthly-date', 'yearly', 'own'] as const

export type Shape = (typeof SHAPES)[number]

/** A rule as the builder can say it; `own` is one that it cannot, kept as it is. */
export interface PlainRule {
  shape: Shape
  every: number
  days: string[]
  ordinals: string[]
  until: string
  own: string
}

const WORDS = {
  ko: {
    legend: '반복',
    shapes: {
      none: '반복하지 않음',
      weekly: '매주',
      'monthly-day': '매달 몇째 무슨 요일 (예: 둘째·넷째 일요일)',
      'monthly-date': '매달 같은 날짜',
      yearly: '해마다 같은 날',
      own: '직접 쓴 규칙 (RRULE)',
    },
    every: '간격 (1 = 매번, 2 = 한 번 걸러)',
    days: '요일',
    day: { MO: '월', TU: '화', WE: '수', TH: '목', FR: '금', SA: '토', SU: '일' },
    ordinals: '몇째',
    ordinal: { 1: '첫째', 2: '둘째', 3: '셋째', 4: '넷째', 5: '다섯째', '-1': '마지막' },
    until: '마지막 날 (없으면 계속)',
    own: '규칙',
  },
  en: {
    legend: 'Repeats',
    shapes: {
      none: 'does not repeat',
      weekly: 'every week',
      'monthly-day': 'every month on certain weekdays (such as the 2nd and 4th Sunday)',
      'monthly-date': 'every month on this date',
      yearly: 'every year on this day',
      own: 'a rule of my own (RRULE)',
    },
    every: 'Interval (1 = each, 2 = every other)',
    days: 'Weekdays',
    day: { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' },
    ordinals: 'Which',
    ordinal: { 1: '1st', 2: '2nd', 3: '3rd', 4: '4th', 5: '5th', '-1': 'last' },
    until: 'Last day (none: goes on)',
    own: 'Rule',
  },
}

/** The rule that a form says; `''` where nothing repeats. */
export function ruleIn(fields: Fields): string {
  const one = (name: string) => fields.find(([field]) => field === name)?.[1]?.trim() ?? ''
  const many = (name: string) => fields.filter(([field]) => field === name).map(([, v]) => v)
  const shape = SHAPES.find((known) => known === one('repeat')) ?? 'none'
  if (shape === 'none') return ''
  if (shape === 'own') return one('rrule')
  const days = DAYS.filter((day) => many('repeatDay').includes(day))
  const ordinals = ORDINALS.filter((ordinal) => many('repeatOrdinal').includes(ordinal))
  const every = Number(one('repeatEvery') || '1')
  const until = one('repeatUntil')
  const weekdays =
    shape === 'weekly'
      ? days
      : shape === 'monthly-day'
        ? ordinals.flatMap((ordinal) => days.map((day) => `${ordinal}${day}`))
        : []
  return [
    `FREQ=${shape === 'weekly' ? 'WEEKLY' : shape === 'yearly' ? 'YEARLY' : 'MONTHLY'}`,
    ...(until ? [`UNTIL=${until.replaceAll('-', '')}`] : []),
    ...(every > 1 ? [`INTERVAL=${every}`] : []),
    ...(weekdays.length > 0 ? [`BYDAY=${weekdays.join(',')}`] : []),
  ].join(';')
}

/** How the builder says a rule. What it has no words for stays as it is written. */
export function plainRule(rrule: string | null): PlainRule {
  const plain: PlainRule = { shape: 'none', every: 1, days: [], ordinals: [], until: '', own: '' }
  if (!rrule) return plain
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]))
  const { FREQ, UNTIL = '', INTERVAL = '1', BYDAY, ...others } = Object.fromEntries(parts)
  const own: PlainRule = { ...plain, shape: 'own', own: rrule }
  if (Object.keys(others).some((name) => name !== 'WKST')) return own
  const until = UNTIL.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3')
  const said = { ...plain, every: Number(INTERVAL), until }
  const days = BYDAY ? BYDAY.split(',') : []
  if (FREQ === 'WEEKLY' && days.every((day) => DAYS.some((known) => known === day)))
    return { ...said, shape: 'weekly', days }
  if (FREQ === 'YEARLY' && days.length === 0) return { ...said, shape: 'yearly' }
  if (FREQ !== 'MONTHLY') return own
  if (days.length === 0) return { ...said, shape: 'monthly-date' }
  return monthly(said, days) ?? own
}

/** Only each of some ordinals on each of some weekdays is what two rows of boxes can say. */
function monthly(said: PlainRule, days: readonly string[]): PlainRule | null {
  const pairs = days.map((day) => /^(-?\d)([A-Z]{2})$/.exec(day))
  if (pairs.some((pair) => !pair)) return null
  const ordinals = [...new Set(pairs.map((pair) => pair?.[1] ?? ''))]
  const weekdays = [...new Set(pairs.map((pair) => pair?.[2] ?? ''))]
  const known = ordinals.every((ordinal) => ORDINALS.some((one) => one === ordinal))
  if (!known || ordinals.length * weekdays.length !== days.length) return null
  return { ...said, shape: 'monthly-day', days: weekdays, ordinals }
}

export function ruleFields(rrule: string | null, language: Language): Markup {
  const words = WORDS[language]
  const rule = plainRule(rrule)
  const box = (name: string, value: string, label: string, checked: boolean) =>
    html`<label class="box"><input type="checkbox" name="${name}" value="${value}"${checked ? ' checked' : ''}>
${label}</label>`
  return html`<fieldset class="rule"><legend>${words.legend}</legend>
<label>${words.legend}<select name="repeat">${SHAPES.map(
    (shape) =>
      html`<option value="${shape}"${shape === rule.shape ? ' selected' : ''}>${words.shapes[shape]}</option>`,
  )}</select></label>
<div role="group" aria-label="${words.ordinals}">${ORDINALS.map((ordinal) =>
    box('repeatOrdinal', ordinal, words.ordinal[ordinal], rule.ordinals.includes(ordinal)),
  )}</div>
<div role="group" aria-label="${words.days}">${DAYS.map((day) =>
    box('repeatDay', day, words.day[day], rule.days.includes(day)),
  )}</div>
<label>${words.every}<input name="repeatEvery" type="number" min="1" max="99" value="${rule.every}"></label>
<label>${words.until}<input name="repeatUntil" type="date" value="${rule.until}"></label>
<label>${words.own}<input name="rrule" value="${rule.own}" autocapitalize="off" spellcheck="false"></label></fieldset>`
}

/** A rule in words, for lists. */
export function ruleText(rrule: string, language: Language): string {
  const words = WORDS[language]
  const rule = plainRule(rrule)
  const days = rule.days.map((day) => words.day[day as (typeof DAYS)[number]]).join('·')
  const which = rule.ordinals
    .map((ordinal) => words.ordinal[ordinal as (typeof ORDINALS)[number]])
    .join('·')
  const until = rule.until ? ` – ${rule.until}` : ''
  const every = rule.every > 1 ? ` (/${rule.every})` : ''
  if (rule.shape === 'own') return rrule
  if (rule.shape === 'monthly-day')
    return language === 'ko'
      ? `매달 ${which} ${days}요일${every}${until}`
      : `${which} ${days} of the month${every}${until}`
  if (rule.shape === 'weekly')
    return language === 'ko'
      ? `매주 ${days}${days ? '요일' : ''}${every}${until}`
      : `weekly ${days}${every}${until}`
  return `${words.shapes[rule.shape]}${every}${until}`
}
