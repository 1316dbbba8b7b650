// The ways into a calendar app: each one's link, and which of them a device can go.

/** A longer address fails in Google Calendar without a word. */
export const MAX_GOOGLE_UNITS = 256

export const WAYS = ['apple', 'google', 'outlook', 'microsoft365', 'android', 'desktop'] as const
export type Way = (typeof WAYS)[number]

export type Device = 'iphone' | 'mac' | 'android' | 'windows' | 'linux' | 'other'

/** From the User-Agent, for order and emphasis alone: every way stays on the page. */
export function deviceOf(userAgent: string | undefined): Device {
  const agent = userAgent ?? ''
  if (/iPhone|iPad|iPod/.test(agent)) return 'iphone'
  if (/Android/.test(agent)) return 'android'
  if (/Macintosh|Mac OS X/.test(agent)) return 'mac'
  if (/Windows/.test(agent)) return 'windows'
  return /Linux|X11|CrOS/.test(agent) ? 'linux' : 'other'
}

export const isPhone = (device: Device): boolean => device === 'iphone' || device === 'android'

/** A browser inside another app, which hands no link on to a calendar. */
export const isInsideApp = (userAgent: string | undefined): boolean =>
  /KAKAOTALK|NAVER\(inapp|Instagram|FBAN|FBAV|\bLine\/|DaumApps/.test(userAgent ?? '')

/** Chrome and its like on iOS open no webcal link. */
export const isOtherBrowserOnIos = (userAgent: string | undefined): boolean =>
  /CriOS|FxiOS|EdgiOS|Whale\/.*iPhone|iPhone.*Whale\//.test(userAgent ?? '')

const FITTING: Record<Device, readonly Way[]> = {
  ...{ iphone: ['apple'], mac: ['apple', 'google'], android: ['google', 'android'] },
  ...{ windows: ['google', 'outlook', 'desktop'], linux: ['google', 'desktop'] },
  other: ['apple', 'google'],
}
const MAX_FITTING = 2

/** What fits the device, of those that can reach the feed: the ways to be offered first. */
export const waysFitting = (device: Device, feedUrl: string): Way[] =>
  FITTING[device].filter((way) => isWithin(way, feedUrl)).slice(0, MAX_FITTING)

/** All that can reach the feed, what fits the device first. */
export function waysFor(device: Device, feedUrl: string): Way[] {
  const first = waysFitting(device, feedUrl)
  return [...first, ...WAYS.filter((way) => isWithin(way, feedUrl) && !first.includes(way))]
}

/**
 * `webcal:` is the one form that iOS takes for a subscription, and the one that Google takes inside
 * `cid`, encoded once; Outlook shows an empty calendar for it and wants https.
 */
export function linksOf(feedUrl: string, name: string): Record<Way, string> {
  const webcal = feedUrl.replace(/^https?:/, 'webcal:')
  const outlook = `url=${encodeURIComponent(feedUrl)}&name=${encodeURIComponent(name.toWellFormed())}`
  return {
    ...{ apple: webcal, android: webcal, desktop: webcal },
    google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb/?${outlook}`,
    microsoft365: `https://outlook.office.com/calendar/0/addfromweb/?${outlook}`,
  }
}

export type Reach = 'everywhere' | 'without-tls' | 'here'

/** Google and Microsoft fetch from their own servers: what they cannot reach, they cannot show. */
export function reachOf(feedUrl: string): Reach {
  const { protocol, hostname } = new URL(feedUrl)
  if (PRIVATE_HOST.test(hostname)) return 'here'
  return protocol === 'https:' ? 'everywhere' : 'without-tls'
}

const PRIVATE_HOST =
  /^(localhost|[^.]+|.*\.(localhost|local|internal|lan|home\.arpa)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*|0\.0\.0\.0|\[(::1|f[cd].*|fe80.*)\])$/

/** Whether somebody else's server can fetch the feed for its users. */
export const isWithin = (way: Way, feedUrl: string): boolean => {
  if (way === 'google') return reachOf(feedUrl) !== 'here' && feedUrl.length <= MAX_GOOGLE_UNITS
  if (way === 'outlook' || way === 'microsoft365') return reachOf(feedUrl) === 'everywhere'
  return true
}
