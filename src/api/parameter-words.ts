// What a parameter is whose name says nearly all, for the description: told once for all calls.

const WORDS: Record<string, string> = {
  uid: 'The event’s, as in lists and in the feed.',
  receipt: 'As it was answered when the report was made.',
  team: 'As events have it in `home` and `away`.',
  group: 'Of stores: the last part of its address.',
  revision: 'A whole number: one of the calendar’s history.',
  name: 'Of the season, as it was given.',
  since: 'The `next` of the answer before; without it, from the beginning.',
  hidden: '`true`: what is hidden is in the answer too, and says so.',
  limit: 'How many at most.',
  q: 'Words in any order; without them, all.',
  filename: 'As the file is called: its ending says what it is, where its bytes do not.',
  mode: '`merge` adds and changes; `replace`: the file is the whole schedule.',
  status: 'Only those in this state.',
  ifRevision: 'The revision that was looked at; at any other one, nothing is done (409).',
  format: 'Of the file.',
}

/** An `id` is of what stands before it in the address. */
const IDS: Record<string, string> = {
  keys: 'Of the key: not the key itself.',
  invitations: 'Of the invitation.',
  sources: 'Of the source.',
  reports: 'Of the report; not its receipt.',
  uploads: 'Of the upload.',
  push: 'Of the channel.',
}

export function saidOf({ name }: { name: string }, path: string): string | undefined {
  if (name !== 'id') return WORDS[name]
  const [, of = ''] = /\/([a-z]+)\/\{id\}/.exec(path) ?? []
  return IDS[of]
}
