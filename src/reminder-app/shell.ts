// The page that holds the reminder app, and its manifest: the same bytes from the server and from the
// device, with words for who has no JavaScript.

export type ShellLanguage = 'ko' | 'en'

const WORDS = {
  ko: {
    name: 'Kalends 일정 알림',
    about: '구독한 일정과 바뀐 시간을 제때 알려 줍니다. 오프라인에서도 볼 수 있습니다.',
    loading: '일정을 불러오는 중입니다…',
    withoutScript:
      '이 앱에는 JavaScript가 필요합니다. JavaScript 없이도 내 캘린더 링크는 아래에서 보고 바꿀 수 있습니다.',
    mine: '내 캘린더',
    find: '캘린더 찾기',
    week: '이번 주',
    changes: '바뀐 일정',
  },
  en: {
    name: 'Kalends reminders',
    about: 'Your schedules and what changed in them, in time. Readable offline.',
    loading: 'Loading your schedule…',
    withoutScript:
      'This app needs JavaScript. Without it, your calendar links can be seen and changed here:',
    mine: 'My calendars',
    find: 'Find a calendar',
    week: 'This week',
    changes: 'What changed',
  },
}

export interface ShellFiles {
  script: string
  style: string
}

export const ICON_PATHS = {
  small: '/app/icon-192.png',
  large: '/app/icon-512.png',
  maskable: '/app/icon-maskable.png',
} as const

export const manifestPath = (language: ShellLanguage): string =>
  `/app/manifest.webmanifest?lang=${language}`

/** `publicUrl`: as the server calls itself in the links that somebody may paste. */
export function shellPage(
  language: ShellLanguage,
  { script, style }: ShellFiles,
  publicUrl: string,
): string {
  const words = WORDS[language]
  return `<!doctype html>
<html lang="${language}" data-server="${publicUrl}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${words.name}</title>
<meta name="description" content="${words.about}">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#16181c">
<link rel="icon" href="${ICON_PATHS.small}">
<link rel="apple-touch-icon" href="${ICON_PATHS.small}">
<link rel="manifest" href="${manifestPath(language)}">
<link rel="stylesheet" href="${style}">
<script src="${script}" defer></script>
</head>
<body>
<div id="app"><noscript><main><h1>${words.name}</h1><p>${words.about}</p>
<p>${words.withoutScript}</p><p><a href="/my">${words.mine}</a> · <a href="/">${words.find}</a></p></main></noscript>
<p role="status" class="loading">${words.loading}</p></div>
</body>
</html>
`
}

export function manifest(language: ShellLanguage): string {
  const words = WORDS[language]
  const icon = (src: string, side: number, purpose: string) => ({
    ...{ src, sizes: `${side}x${side}`, type: 'image/png', purpose },
  })
  return JSON.stringify({
    ...{ id: '/app', start_url: '/app', scope: '/app', display: 'standalone' },
    ...{ name: words.name, short_name: 'Kalends', description: words.about, lang: language },
    ...{ theme_color: '#0b57d0', background_color: '#ffffff', categories: ['productivity'] },
    icons: [
      icon(ICON_PATHS.small, 192, 'any'),
      icon(ICON_PATHS.large, 512, 'any'),
      icon(ICON_PATHS.maskable, 512, 'maskable'),
    ],
    shortcuts: [
      { name: words.week, url: '/app#/' },
      { name: words.changes, url: '/app#/changes' },
    ],
    // The address stays behind `#`, so that a personal link is never sent to the server by opening it.
    protocol_handlers: ['webcal', 'web+webcal'].map((protocol) => ({
      ...{ protocol, url: '/app#open=%s' },
    })),
    share_target: {
      ...{ action: '/app', method: 'GET', enctype: 'application/x-www-form-urlencoded' },
      params: { title: 'title', text: 'text', url: 'url' },
    },
  })
}
