// Stores in groups. A group's name is a tag: an event that carries it is the group's, and tells its stores.

import type { Facts, Translation } from './event.ts'
import type { Row, SaidFacts } from './row.ts'

export interface Store {
  name: string
  address: string | null
  region: string | null
}

export interface StoreGroup {
  name: string
  stores: readonly Store[]
}

/** Where an event is: at one store of a group, or of the group as a whole. */
export const ownStore = (
  { location }: { location?: { name?: string | null } | null },
  { stores }: StoreGroup,
): Store | null => stores.find(({ name }) => name === location?.name) ?? null

/** A group's tag, and the tags of the stores it is about: all of them, or the one where it is. */
export function withStoreTags<F extends Pick<SaidFacts, 'tags' | 'location'>>(
  facts: F,
  groups: readonly StoreGroup[],
): F {
  const { tags } = facts
  const own = tags ? groups.filter(({ name }) => tags.includes(name)) : []
  if (!tags || own.length === 0) return facts
  const stores = own.flatMap((group) => storesTold(facts, group))
  return { ...facts, tags: [...new Set([...tags, ...stores])] }
}

export const withStores = (row: Row, groups: readonly StoreGroup[]): Row => ({
  ...row,
  facts: withStoreTags(row.facts, groups),
})

const storesTold = (facts: Pick<SaidFacts, 'location'>, group: StoreGroup): string[] => {
  const store = ownStore(facts, group)
  return store ? [store.name] : group.stores.map(({ name }) => name)
}

/** Facts of `before`'s, told of `after`: the tags change places, the line of stores is written anew. */
export function retold(facts: Facts, before: StoreGroup, after: StoreGroup): Facts {
  const leaving = new Set(storesTold(facts, before))
  const rest = facts.tags.filter((tag) => !leaving.has(tag))
  const named = rest.map((tag) => (tag === before.name ? after.name : tag))
  const tags = withStoreTags({ ...facts, tags: [...new Set(named)] }, [after]).tags
  if (ownStore(facts, before)) return { ...facts, tags }
  const lines = LANGUAGES.map((language) => ({
    ...{ from: storesLine(before, language), to: storesLine(after, language) },
  }))
  return { ...facts, tags, ...withTexts(facts, (text) => replacedLine(text, lines)) }
}

export const LANGUAGES = ['ko', 'en'] as const

/** Which stores an event of the whole group is about, for who reads it. */
export const storesLine = ({ stores }: StoreGroup, language: string): string =>
  `${language === 'ko' ? '점포' : 'Stores'}: ${stores.map(({ name }) => name).join(', ')}`

/** Only as we wrote it: a partner's own words stay. */
const replacedLine = (text: string, lines: readonly { from: string; to: string }[]): string =>
  text
    .split('\n')
    .map((line) => lines.find(({ from }) => from === line)?.to ?? line)
    .join('\n')

function withTexts(facts: Facts, change: (text: string) => string) {
  const translations = Object.entries(facts.translations).map(
    ([language, texts]): [string, Translation] => [
      language,
      texts.description ? { ...texts, description: change(texts.description) } : texts,
    ],
  )
  return {
    description: facts.description === null ? null : change(facts.description),
    translations: Object.fromEntries(translations),
  }
}
