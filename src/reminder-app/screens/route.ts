// Which screen an address after the # names, and the addresses of the screens.

export type Route =
  | { screen: 'week'; from: string | null }
  | { screen: 'calendars' | 'changes' | 'settings' | 'unknown' }
  | { screen: 'add'; link: string | null }
  | { screen: 'event' | 'report'; uid: string; recurrenceId: string | null }

const DATE = /^\d{4}-\d{2}-\d{2}$/

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [screen = '', ...rest] = path.split('/')
  const asked = new URLSearchParams(query)
  const from = asked.get('from') ?? ''
  if (screen === '') return { screen: 'week', from: isDate(from) ? from : null }
  if (screen === 'calendars' || screen === 'changes' || screen === 'settings') return { screen }
  if (screen === 'add') return { screen, link: asked.get('link') }
  const uid = decoded(rest.join('/'))
  if ((screen === 'event' || screen === 'report') && uid)
    return { screen, uid, recurrenceId: asked.get('r') || null }
  return { screen: 'unknown' }
}

const isDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(Date.parse(text))

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const ofEvent = (screen: string, uid: string, recurrenceId: string | null): string =>
  `#/${screen}/${encodeURIComponent(uid)}${recurrenceId ? `?r=${encodeURIComponent(recurrenceId)}` : ''}`

export const toWeek = (from: string | null): string => (from ? `#/?from=${from}` : '#/')
export const toEvent = (uid: string, recurrenceId: string | null): string =>
  ofEvent('event', uid, recurrenceId)
export const toReport = (uid: string, recurrenceId: string | null): string =>
  ofEvent('report', uid, recurrenceId)

/** Of one screen: another one takes the focus to its heading. */
export const placeOf = (route: Route): string =>
  'uid' in route ? `${route.screen} ${route.uid} ${route.recurrenceId}` : route.screen
