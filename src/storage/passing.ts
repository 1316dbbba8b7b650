// Which single events a subscription's choices let through, as a condition in SQL: the same as
// `passes` and `wantedOf` say, without reading what does not pass. Series are judged by those alone.

import type { Choices } from '../schedule/subscription.ts'
import { WEEKDAY_NAMES } from '../schedule/weekdays.ts'
import type { Value } from './database.ts'

export interface Wanted {
  choices: Pick<Choices, 'filters' | 'hiddenTeams'>
  /** The calendar's, where home and away are to be told apart without chosen teams. */
  ownTeam: string | null
  /** UIDs that its owner has hidden. */
  hidden: readonly string[]
}

export interface Condition {
  sql: string
  params: Value[]
}

const LIST = '(SELECT value FROM json_each(?))'
const among = (sql: string, list: readonly unknown[]): Condition => ({
  sql: sql.replaceAll('LIST', LIST),
  params: Array(sql.split('LIST').length - 1).fill(JSON.stringify(list)),
})

export function passing({ choices, ownTeam, hidden }: Wanted): Condition {
  const { categories, tags, teams, homeAway, kinds, weekdays } = choices.filters
  const days = weekdays.map((name) => String((WEEKDAY_NAMES.indexOf(name) + 1) % 7))
  const ours = teams.length > 0 ? teams : [ownTeam]
  const lists: [string, readonly unknown[]][] = [
    ['uid NOT IN LIST', hidden],
    [anyOf('categories'), categories],
    [anyOf('tags'), tags],
    ["facts ->> '$.kind' IN LIST", kinds],
    ["(facts ->> '$.home' IN LIST OR facts ->> '$.away' IN LIST)", teams],
    [`facts ->> '$.${homeAway}' IN LIST`, homeAway === null ? [] : ours],
    [`COALESCE(facts ->> '$.home' NOT IN LIST, 1)`, choices.hiddenTeams],
    [`COALESCE(facts ->> '$.away' NOT IN LIST, 1)`, choices.hiddenTeams],
    [`strftime('%w', substr(facts ->> '$.start', 1, 10)) IN LIST`, days],
  ]
  const conditions = lists.filter(([, list]) => list.length > 0).map((each) => among(...each))
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND ') || '1',
    params: conditions.flatMap((condition) => condition.params),
  }
}

const anyOf = (field: string): string =>
  `EXISTS (SELECT 1 FROM json_each(facts, '$.${field}') AS own WHERE own.value IN LIST)`
