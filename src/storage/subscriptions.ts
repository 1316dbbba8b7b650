// Subscriptions: whose is known to nobody, and which is found by the hash of its token.

import { type Choices, DEFAULT_CHOICES } from '../schedule/subscription.ts'
import { type Calendar, type CalendarRow, calendarOf } from './calendars.ts'
import { type Database, guard, type Statement, sql } from './database.ts'
import { forgetPush } from './push-channels.ts'

/** A calendar of a subscription, and since when it is as it is. */
export interface Followed {
  calendar: Calendar
  /** The slug it was chosen by; the present one may be another. */
  address: string
  /** Of the latest revision that its owner is told of. */
  publishedAt: string
  /** Those of its partner's that the subscription was given. */
  audiences: string[]
}

/** The latest revision that its owner is told of: who is of no audience, of nothing that is for one. */
export const toldTo = ({
  calendar,
  audiences,
}: Pick<Followed, 'calendar' | 'audiences'>): number =>
  audiences.length > 0 ? calendar.revision : calendar.toldRevision

export interface Subscription {
  id: number
  uid: string
  language: 'ko' | 'en'
  choices: Choices
  /** In the order in which they were chosen; deleted ones too. */
  followed: Followed[]
  revision: number
  /** How many of its revisions changed nothing that a feed shows. */
  unseen: number
  /** The revision that last changed which events are chosen, or how all of them are told. */
  choicesRevision: number
  /** The revision that last changed which events are chosen. */
  filtersRevision: number
  look: number
  lookedAt: string
  changedAt: string
  createdAt: string
  endedAt: string | null
  /** When the first of the keys expires that open private events to it. */
  opensUntil: string | null
  /** Whether anybody came back to it after it was made. */
  used: boolean
}

interface Row {
  s_id: number
  s_uid: string
  language: 'ko' | 'en'
  choices: string
  s_revision: number
  unseen: number
  choices_revision: number
  filters_revision: number
  look: number
  looked_at: string
  changed_at: string
  s_created_at: string
  ended_at: string | null
  address: string
  published_at: string
  audiences: string
  opens_until: string | null
  used: number
}

/** With its calendars, in one query; ended ones too. */
export async function findByToken(
  db: Database,
  sha256: string,
  now: string,
): Promise<Subscription | null> {
  const [found] = await subscriptionsWhere(db, sql`s.token_sha256 = ${sha256}`, now)
  return found ?? null
}

/** By their ids, in their order; ended ones too. */
export const findByIds = (
  db: Database,
  ids: readonly number[],
  now: string,
): Promise<Subscription[]> =>
  subscriptionsWhere(db, sql`s.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, now)

type FoundRow = Row & CalendarRow & { id: number | null }

async function subscriptionsWhere(
  db: Database,
  which: Statement,
  now: string,
): Promise<Subscription[]> {
  const open = openNow(now)
  const rows = await db.query<FoundRow>({
    sql: `SELECT c.*, p.slug AS partner, s.id AS s_id, s.uid AS s_uid, s.language, s.choices,
        s.revision AS s_revision, s.unseen, s.choices_revision, s.filters_revision, s.look,
        s.looked_at, s.changed_at, s.created_at AS s_created_at, s.ended_at, s.used, f.address,
        r.published_at,
        (SELECT json_group_array(m.audience) ${open.from}
           AND m.partner_id = c.partner_id) AS audiences,
        (SELECT MIN(k.expires_at) ${open.from}) AS opens_until
      FROM subscriptions s
      LEFT JOIN subscription_calendars f ON f.subscription_id = s.id
      LEFT JOIN calendars c ON c.partner_id = f.partner_id AND c.id = f.calendar_id
      LEFT JOIN partners p ON p.id = c.partner_id
      LEFT JOIN revisions r ON r.partner_id = c.partner_id AND r.calendar_id = c.id
        AND r.revision = CASE WHEN EXISTS (SELECT 1 ${open.from} AND m.partner_id = c.partner_id)
          THEN c.revision ELSE c.told_revision END
      WHERE ${which.sql} ORDER BY s.id, f.position`,
    params: [...open.params, ...open.params, ...open.params, ...which.params],
  })
  const grouped = new Map<number, FoundRow[]>()
  for (const row of rows) grouped.set(row.s_id, [...(grouped.get(row.s_id) ?? []), row])
  return [...grouped.values()].flatMap(subscriptionOf)
}

function subscriptionOf(rows: FoundRow[]): Subscription[] {
  const [row] = rows
  if (!row) return []
  const found = {
    ...{ id: row.s_id, uid: row.s_uid, language: row.language },
    choices: { ...DEFAULT_CHOICES, ...(JSON.parse(row.choices) as Partial<Choices>) },
    followed: rows
      .filter(({ id }) => id !== null)
      .map((each) => ({
        ...{ calendar: calendarOf(each), address: each.address },
        publishedAt: each.published_at,
        audiences: JSON.parse(each.audiences) as string[],
      })),
    ...{ revision: row.s_revision, unseen: row.unseen, look: row.look, lookedAt: row.looked_at },
    ...{ choicesRevision: row.choices_revision, filtersRevision: row.filters_revision },
    ...{ changedAt: row.changed_at, createdAt: row.s_created_at, endedAt: row.ended_at },
    ...{ opensUntil: row.opens_until, used: row.used === 1 },
  }
  return [found]
}

/** Its memberships whose keys are good: also between the moment one expires and the next tidying. */
const openNow = (now: string) => ({
  from: `FROM subscription_audiences m JOIN audience_keys k ON k.partner_id = m.partner_id
        AND k.sha256 = m.sha256 AND k.audience = m.audience
      WHERE m.subscription_id = s.id AND m.active = 1
        AND (k.expires_at IS NULL OR k.expires_at > ?)`,
  params: [now],
})

type Written = Omit<
  Subscription,
  'id' | 'followed' | 'opensUntil' | 'choicesRevision' | 'filtersRevision'
>

/** Of what its feed shows: reminders are in none. */
export const shownRevision = ({ revision, unseen }: Pick<Subscription, 'revision' | 'unseen'>) =>
  revision - unseen

/** The first act of a batch that goes on with `followCalendars`. */
export const insertSubscription = (sha256: string, made: Written): Statement =>
  sql`INSERT INTO subscriptions (uid, token_sha256, language, choices, revision, unseen, look,
        looked_at, changed_at, created_at, ended_at, used)
      VALUES (${made.uid}, ${sha256}, ${made.language}, ${JSON.stringify(made.choices)},
        ${made.revision}, ${made.unseen}, ${made.look}, ${made.lookedAt}, ${made.changedAt}, ${made.createdAt},
        ${made.endedAt}, ${Number(made.used)})`

/** Aborts the batch unless the subscription still is at its revision, and has not ended. */
export const guardSubscription = ({ id, revision }: Pick<Subscription, 'id' | 'revision'>) =>
  guard(sql`
    SELECT COALESCE((SELECT revision = ${revision} AND ended_at IS NULL FROM subscriptions
                     WHERE id = ${id}), 0)`)

/** Aborts the batch where the subscription has ended. */
export const guardLiving = ({ id }: Pick<Subscription, 'id'>) =>
  guard(sql`
    SELECT COALESCE((SELECT ended_at IS NULL FROM subscriptions WHERE id = ${id}), 0)`)

export const updateSubscription = ({ id, ...next }: Subscription): Statement =>
  sql`UPDATE subscriptions SET language = ${next.language},
        choices = ${JSON.stringify(next.choices)}, revision = ${next.revision},
        unseen = ${next.unseen}, choices_revision = ${next.choicesRevision},
        filters_revision = ${next.filtersRevision}, look = ${next.look},
        looked_at = ${next.lookedAt}, changed_at = ${next.changedAt}
      WHERE id = ${id}`

export const replaceToken = ({ id }: Pick<Subscription, 'id'>, sha256: string): Statement =>
  sql`UPDATE subscriptions SET token_sha256 = ${sha256} WHERE id = ${id}`

/** The calendars of the subscription with that uid, in their order and instead of those before. */
export const followCalendars = (
  uid: string,
  followed: readonly Pick<Followed, 'calendar' | 'address'>[],
): Statement[] => {
  const rows = followed.map(({ calendar, address }) => [calendar.partnerId, calendar.id, address])
  return [
    sql`DELETE FROM subscription_calendars WHERE subscription_id =
          (SELECT id FROM subscriptions WHERE uid = ${uid})`,
    sql`INSERT INTO subscription_calendars (subscription_id, partner_id, calendar_id, address,
          position)
        SELECT s.id, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.key
        FROM subscriptions s, json_each(${JSON.stringify(rows)}) j WHERE s.uid = ${uid}`,
  ]
}

/** What is left is a row that says that it ended. */
export const endSubscription = ({ id }: Pick<Subscription, 'id'>, endedAt: string): Statement[] => [
  sql`UPDATE subscriptions SET choices = '{}', revision = revision + 1, changed_at = ${endedAt},
        ended_at = ${endedAt} WHERE id = ${id}`,
  sql`DELETE FROM subscription_calendars WHERE subscription_id = ${id}`,
  sql`DELETE FROM overlays WHERE subscription_id = ${id}`,
  sql`DELETE FROM subscription_audiences WHERE subscription_id = ${id}`,
  sql`DELETE FROM subscription_audiences_had WHERE subscription_id = ${id}`,
  sql`DELETE FROM personal_fetches WHERE subscription_id = ${id}`,
  ...forgetPush({ id }),
]
