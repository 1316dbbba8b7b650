// Headers of answers, for the description: by what a status, a method or a kind of body always means.

interface Operation {
  responses?: Record<string, { content?: object }>
}

const header = (description: string, required = false) => ({
  ...{ description, required },
  schema: { type: 'string' as const },
})

const TAG = header('The state of what was answered, for `If-None-Match`.', true)
const WHEN = header('Seconds after which it is worth asking again.', true)
export const SOMETIMES = { 'Retry-After': { ...WHEN, required: false } }
const QUOTA = {
  RateLimit: header('How much is left of the quota, and until when: `"reports";r=9;t=3600`.'),
  'RateLimit-Policy': header('The quota: `"reports";q=10;w=3600`.'),
}
const REPLAYED = { 'Idempotent-Replayed': header('`true`: it was done before, with this key.') }
const NAMED = { 'Content-Disposition': header('A name to keep it under.') }

/** What a person keeps as a file. */
const FILE = /^(?:text\/calendar|text\/csv|application\/vnd\.)/

export function headersOf(operation: Operation, method: string, path: string, status: string) {
  const { responses = {} } = operation
  const types = Object.keys(responses[200]?.content ?? {})
  const isFile = types.some((type) => FILE.test(type)) || path.endsWith('/export')
  const good = status === '200' || status === '304'
  return {
    ...byStatus(status),
    ...(good && '304' in responses ? { ETag: TAG } : {}),
    ...(good && isFile ? NAMED : {}),
    ...('429' in responses && method !== 'get' ? QUOTA : {}),
    ...(method === 'post' ? REPLAYED : {}),
  }
}

function byStatus(status: string) {
  if (status === '308') return { Location: header('Where it is now.', true) }
  if (status === '401') return { 'WWW-Authenticate': header('`Bearer`, with the realm.', true) }
  return status === '429' || status === '503' ? { 'Retry-After': WHEN } : {}
}
