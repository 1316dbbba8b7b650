// What is said of a group's event, or of one at each of its stores, in the words of a JSON upload.

import { splitList } from '../../intake/given.ts'
import { LANGUAGES, type Store, type StoreGroup, storesLine } from '../../schedule/store-groups.ts'
import type { Said } from '../by-hand/hand-row.ts'

/** What is said of a whole group's event: below the partner's words, its stores. */
export function saidOfGroup(said: Said, group: StoreGroup, language: string): Said {
  const below = (text: unknown, of: string) =>
    [...(typeof text === 'string' && text ? [text] : []), storesLine(group, of)].join('\n')
  const others = LANGUAGES.filter((other) => other !== language)
    .map((other) => ({ other, name: `description_${other}` }))
    .filter(({ other, name }) => said[name] || said[`title_${other}`])
    .map(({ other, name }) => [name, below(said[name], other)])
  return {
    ...said,
    description: below(said.description, language),
    ...Object.fromEntries(others),
    tags: tagsWith(said.tags, group.name),
  }
}

/** The same at one store: its name before the title, its place the event's. */
export function saidAtStore(
  { venue: _venue, address: _address, region: _region, ...said }: Said,
  group: StoreGroup,
  { name, address, region }: Store,
): Said {
  const titles = Object.entries(said).filter(
    ([field, text]) => /^title(?:_[a-z]{2})?$/.test(field) && text,
  )
  return {
    ...said,
    ...Object.fromEntries(titles.map(([field, text]) => [field, `${name} ${text}`])),
    location: { name, address, region },
    tags: tagsWith(said.tags, group.name),
  }
}

/** Of a form a list is one text, of JSON an array. */
function tagsWith(tags: unknown, name: string): string[] {
  if (Array.isArray(tags)) return [...tags, name]
  return typeof tags === 'string' ? [...splitList(tags), name] : [name]
}
