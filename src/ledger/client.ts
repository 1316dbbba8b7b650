// Which calendar program is asking, by its User-Agent: shared/interop/interop.md §1.3.

export const FAMILIES = [
  'google',
  'apple-ios',
  'apple-mac',
  'outlook-cloud',
  'outlook-classic',
  'thunderbird',
  'evolution',
  'icsx5',
  'vdirsyncer',
  'kde',
  'nextcloud',
  'browser',
  'bot',
  'other',
] as const
export type Family = (typeof FAMILIES)[number]

/** In the order in which they are tried. */
const SIGNS: readonly (readonly [RegExp, Family])[] = [
  [/Google-Calendar-Importer/, 'google'],
  [/^iOS\/.*(dataaccessd|accountsd|CalendarAgent|Calendar\/\d)/, 'apple-ios'],
  [/(dataaccessd|accountsd|CalendarAgent|\bCalendar\/\d)/, 'apple-mac'],
  [/Microsoft Exchange\//, 'outlook-cloud'],
  // Outlook.com called itself so in 2018; no browser of that name is left.
  [/^Mozilla\/4\.0 \(compatible; MSIE 7\.0; Windows NT 6\.0\)$/, 'outlook-cloud'],
  [/Microsoft Outlook/, 'outlook-classic'],
  [/Thunderbird\//, 'thunderbird'],
  [/Evolution\//, 'evolution'],
  [/ICSx5\//, 'icsx5'],
  [/vdirsyncer/, 'vdirsyncer'],
  [/KIO\//, 'kde'],
  [/Nextcloud/, 'nextcloud'],
  // Before browsers, because most bots also call themselves one.
  [/bot\b|crawl|spider|slackbot|facebook|preview|Zap Calendar/i, 'bot'],
  [/^(Mozilla|Opera)\//, 'browser'],
]

export const familyOf = (userAgent: string): Family =>
  SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other'

export const isFamily = (name: string): name is Family =>
  (FAMILIES as readonly string[]).includes(name)
