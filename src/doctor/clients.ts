// The calendar programs that a feed is judged for, and how each of them asks for it.

export const CLIENTS = [
  'google',
  'apple',
  'outlook',
  'outlook-classic',
  'thunderbird',
  'evolution',
  'icsx5',
] as const
export type Client = (typeof CLIENTS)[number]

/** Names of products, the same in every language. */
export const CLIENT_NAMES: Record<Client, string> = {
  google: 'Google Calendar',
  apple: 'Apple Calendar',
  outlook: 'Outlook.com · Microsoft 365',
  'outlook-classic': 'Outlook (Windows)',
  thunderbird: 'Thunderbird',
  evolution: 'GNOME Evolution',
  icsx5: 'ICSx5 (Android)',
}

export interface Manner {
  headers: Readonly<Record<string, string>>
  /** Looks with HEAD before it fetches. */
  headFirst?: true
  /** What it sends back the next time. */
  remembers: readonly ('etag' | 'modified')[]
}

/** As the programs themselves do: Google sends no Accept, Exchange and Outlook are asked plainly. */
export const MANNERS: Record<Client, Manner> = {
  google: {
    headers: { 'User-Agent': 'Google-Calendar-Importer', 'Accept-Encoding': 'gzip' },
    remembers: [],
  },
  apple: {
    headers: {
      'User-Agent': 'iOS/26.5 (23F77) dataaccessd/1.0',
      ...{ Accept: '*/*', 'Accept-Language': 'ko-KR', 'Accept-Encoding': 'gzip, br' },
    },
    remembers: ['etag', 'modified'],
  },
  outlook: {
    headers: {
      'User-Agent': 'Microsoft Exchange/15.20 (Windows NT 10.0; Win64; x64)',
      ...{ Accept: '*/*', 'Accept-Encoding': 'identity' },
    },
    remembers: [],
  },
  'outlook-classic': {
    headers: {
      'User-Agent': 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.16327; Pro)',
      ...{ Accept: '*/*', 'Accept-Encoding': 'gzip' },
    },
    remembers: [],
  },
  thunderbird: {
    headers: {
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0',
      Accept: 'text/calendar,text/plain;q=0.8,*/*;q=0.5',
      ...{ 'Accept-Encoding': 'gzip, br', 'Cache-Control': 'no-cache', Pragma: 'no-cache' },
    },
    headFirst: true,
    remembers: ['etag'],
  },
  evolution: {
    headers: {
      'User-Agent': 'Evolution/3.46.4',
      ...{ 'Accept-Encoding': 'gzip', 'Cache-Control': 'no-cache', Pragma: 'no-cache' },
    },
    remembers: ['etag'],
  },
  icsx5: {
    headers: {
      'User-Agent': 'ICSx5/2.4 (ical4j/4.2 okhttp/5.1 Android/15)',
      ...{ Accept: 'text/calendar, */*;q=0.9', 'Accept-Encoding': 'br, gzip' },
    },
    remembers: ['etag', 'modified'],
  },
}
