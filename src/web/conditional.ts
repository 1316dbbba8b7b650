// Conditional requests (RFC 9110 §13): decided from stored tags, before anything is made.

/** Whether an If-None-Match names one of these tags; weak comparison, lists and `*`. */
export function matchesAny(ifNoneMatch: string, tags: readonly string[]): boolean {
  if (ifNoneMatch.trim() === '*') return true
  for (const tag of ifNoneMatch.split(',')) {
    const opaque = tag.trim().replace(/^W\//, '')
    if (tags.includes(opaque)) return true
  }
  return false
}

/** Whether the client's copy is as new as this; an If-None-Match, where sent, decides alone. */
export function isFresh(
  headers: { ifNoneMatch: string | undefined; ifModifiedSince: string | undefined },
  tags: readonly string[],
  lastModified: string,
): boolean {
  if (headers.ifNoneMatch !== undefined) return matchesAny(headers.ifNoneMatch, tags)
  if (headers.ifModifiedSince === undefined) return false
  const since = parseHttpDate(headers.ifModifiedSince)
  return since !== null && Date.parse(lastModified) <= since
}

/** The three forms of RFC 9110 §5.6.7, all in GMT; what else Date.parse takes is no date here. */
const HTTP_DATE =
  /^[A-Z][a-z]{2,8}(?:, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} [\d:]{8} GMT| [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/

function parseHttpDate(text: string): number | null {
  if (!HTTP_DATE.test(text)) return null
  const milliseconds = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`)
  return Number.isNaN(milliseconds) ? null : milliseconds
}

/** The best coding of `offered` that an Accept-Encoding allows; identity when it says nothing. */
export function chooseCoding<T extends string>(
  accept: string | undefined,
  offered: readonly T[],
): T | 'identity' {
  if (!accept) return 'identity'
  const weights = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',')) {
    const [name, ...params] = part.split(';').map((word) => word.trim())
    const q = params.find((param) => param.startsWith('q='))
    if (name) weights.set(name, q ? Number(q.slice(2)) || 0 : 1)
  }
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  let best: T | 'identity' = 'identity'
  let most = 0
  for (const coding of offered) {
    if (weight(coding) > most) {
      best = coding
      most = weight(coding)
    }
  }
  return (weights.get('identity') ?? 0) > most ? 'identity' : best
}

/** `Wed, 01 Apr 2026 09:30:00 GMT` */
export const httpDate = (instant: string): string => new Date(instant).toUTCString()
