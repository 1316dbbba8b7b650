// Store groups in the console: made, changed, given up, and their repeating events.

import { type Context, Hono } from 'hono'
import { linesOf, storesIn } from '../../../intake/store-lines.ts'
import { describeProblem } from '../../../language/problems.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { firstDay } from '../../../schedule/recurrence.ts'
import type { StoreGroup } from '../../../schedule/store-groups.ts'
import { wallTime } from '../../../schedule/zones.ts'
import { storeGroups } from '../../../storage/store-groups.ts'
import { groupBody as bodySchema } from '../../store-groups/store-group-routes.ts'
import {
  addGroupEvents,
  changeHappening,
  dropGroup,
  groupAmong,
  keepGroup,
  seriesIn,
} from '../../store-groups/store-groups.ts'
import { ruleIn } from '../events/rule-builder.ts'
import { type Wrong, wrongBy } from '../frame/form-fields.ts'
import { consolePage } from '../frame/frame.ts'
import { calendarHere, fieldIn, fieldsOf, type Here } from '../frame/here.ts'
import { described } from '../review/review-findings.ts'
import type { Fields } from '../review/review-forms.ts'
import { GROUP_WORDS } from './store-group-words.ts'
import { groupBody, groupPath, groupsBody, groupsPath, type Shown } from './store-groups-page.ts'

const path = '/console/calendars/:calendar/groups'

export function storeGroupPages(ports: Ports): Hono {
  return new Hono()
    .get(path, async (c) => listed(ports, c, await calendarHere(ports, c)))
    .post(path, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      const entered = enteredIn(await fieldsOf(c))
      const kept = await keep(ports, here, entered.name, entered)
      if ('wrong' in kept) return listed(ports, c, here, { entered, wrong: kept.wrong })
      return c.redirect(groupPath(here.calendar, kept.name), 303)
    })
    .get(`${path}/:group`, async (c) => {
      const saved = /^\d{1,5}$/.exec(c.req.query('saved') ?? '')
      const told = { saved: saved ? Number(saved[0]) : null }
      return shown(ports, c, await calendarHere(ports, c), told)
    })
    .post(`${path}/:group`, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      const entered = enteredIn(await fieldsOf(c))
      const kept = await keep(ports, here, c.req.param('group'), entered)
      if ('wrong' in kept) return shown(ports, c, here, { entered, wrong: kept.wrong })
      return c.redirect(`${groupPath(here.calendar, kept.name)}?saved=${kept.events}`, 303)
    })
    .post(`${path}/:group/removal`, async (c) => {
      const here = await calendarHere(ports, c, 'editor')
      await dropGroup(ports, here.calendar, c.req.param('group'), by(here))
      return c.redirect(groupsPath(here.calendar), 303)
    })
    .post(`${path}/:group/events`, async (c) => addSeries(ports, c))
    .post(`${path}/:group/happenings`, async (c) => changeDay(ports, c))
}

const by = ({ session }: Here, reason: string | null = null) => ({
  ...{ author: session.principal.label, reason },
})

interface Entered {
  name: string
  stores: string
}

const enteredIn = (fields: Fields): Entered => ({
  name: fieldIn(fields, 'name') ?? '',
  stores: fields.find(([name]) => name === 'stores')?.[1] ?? '',
})

type Kept = { name: string; events: number } | { wrong: Wrong }

async function keep(ports: Ports, here: Here, was: string, entered: Entered): Promise<Kept> {
  const { language } = here.session
  const parsed = bodySchema.safeParse({ name: entered.name, stores: storesIn(entered.stores) })
  if (!parsed.success) return { wrong: wrongBy(parsed.error.issues, GROUP_WORDS[language].wrong) }
  const { name = was, stores } = parsed.data
  try {
    const { events } = await keepGroup(ports, here.calendar, was, { name, stores }, by(here))
    return { name, events }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'group_name_taken') throw error
    const { detail } = describeProblem(error.code, error.params, language)
    return { wrong: error.params.name === name ? { name: detail } : { stores: detail } }
  }
}

async function listed(
  ports: Ports,
  c: Context,
  { calendar, session, csrf, mayChange }: Here,
  told: { entered: Entered; wrong: Wrong } = { entered: { name: '', stores: '' }, wrong: {} },
): Promise<Response> {
  const { language } = session
  const groups = await storeGroups(ports.db, calendar)
  return consolePage(c, {
    ...{ title: GROUP_WORDS[language].title, session, status: statusOf(told.wrong) },
    body: groupsBody({ calendar, groups, language, csrf, mayChange, ...told }),
  })
}

const statusOf = (wrong: Wrong) => (Object.keys(wrong).length > 0 ? 422 : 200)

async function shown(
  ports: Ports,
  c: Context,
  { calendar, session, csrf, mayChange }: Here,
  told: Partial<Shown>,
): Promise<Response> {
  const { language } = session
  const group = await groupHere(ports, c, { calendar })
  const page: Shown = {
    ...{
      calendar,
      group,
      language,
      csrf,
      mayChange,
      saved: null,
      refused: [],
      cells: {},
      wrong: {},
    },
    ...{ entered: { name: group.name, stores: linesOf(group.stores) } },
    series: await seriesIn(ports, calendar, group),
    today: wallTime(ports.now(), calendar.settings.timezone).slice(0, 10),
    ...told,
  }
  const status = page.refused.length > 0 ? 422 : statusOf(page.wrong)
  return consolePage(c, { title: group.name, session, status, body: groupBody(page) })
}

const groupHere = async (
  { db }: Ports,
  c: Context,
  { calendar }: Pick<Here, 'calendar'>,
): Promise<StoreGroup> => groupAmong(await storeGroups(db, calendar), c.req.param('group') ?? '')

const CELLS = ['title', 'start_date', 'category', 'description'] as const

async function addSeries(ports: Ports, c: Context): Promise<Response> {
  const here = await calendarHere(ports, c, 'editor')
  const fields = await fieldsOf(c)
  const { name: group } = await groupHere(ports, c, here)
  const cells = Object.fromEntries(CELLS.map((name) => [name, fieldIn(fields, name) ?? '']))
  const rrule = ruleIn(fields)
  const eachStore = fieldIn(fields, 'eachStore') === 'yes'
  // From this day on: the first that the rule makes need not be looked up.
  const start_date = firstDayOf(rrule, cells.start_date ?? '')
  const told = Object.entries({ ...cells, rrule, start_date }).filter(([, value]) => value !== '')
  const said = { ...Object.fromEntries(told), all_day: true }
  const added = await addGroupEvents(ports, here.calendar, { group, said, eachStore }, by(here))
  if (added.events.length > 0)
    return c.redirect(`${groupPath(here.calendar, group)}?saved=${added.events.length}`, 303)
  const { language } = here.session
  const refused = added.findings.map((finding) => {
    const { message, hint } = described(finding, language)
    return `${message} ${hint}`
  })
  const kept = { ...cells, rrule, eachStore: eachStore ? 'yes' : '' }
  return shown(ports, c, here, { cells: kept, refused })
}

const firstDayOf = (rrule: string, from: string): string =>
  (rrule &&
    /^\d{4}-\d{2}-\d{2}$/.test(from) &&
    !Number.isNaN(Date.parse(from)) &&
    firstDay(rrule, from)) ||
  from

async function changeDay(ports: Ports, c: Context): Promise<Response> {
  const here = await calendarHere(ports, c, 'editor')
  const fields = await fieldsOf(c)
  const { name: group } = await groupHere(ports, c, here)
  const one = (name: string) => fieldIn(fields, name) ?? ''
  const move = one('do') === 'move'
  const to = move ? one('to') : null
  const asked = { group, uid: one('uid'), date: one('date'), to }
  const reason = fieldIn(fields, 'reason')?.slice(0, 200) ?? null
  const changed = await changeHappening(ports, here.calendar, asked, by(here, reason))
  const back = groupPath(here.calendar, group)
  if (changed.events.length > 0) return c.redirect(`${back}?saved=${changed.events.length}`, 303)
  const refused = changed.findings.map(
    (finding) => described(finding, here.session.language).message,
  )
  return shown(ports, c, here, { refused })
}
