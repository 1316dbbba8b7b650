// The way from a page into the reminder app. What is opened stands behind `#`: no server learns it.

import { html } from 'hono/html'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'

export const APP_WORDS = {
  ko: {
    open: '알림 앱에서 열기',
    why: '휴대폰에 설치하는 작은 웹 앱입니다. 정한 때에 알리고, 바뀐 일정을 바로 알려 주며, 오프라인에서도 보입니다.',
    home: 'Kalends 알림 앱 열기',
  },
  en: {
    open: 'Open in the reminder app',
    why: 'A small web app to put on your phone: it reminds you when you want, tells what changed, and is readable offline.',
    home: 'Open the Kalends reminder app',
  },
}

/** `url`: of a calendar's page, or of a personal link's. */
export const appLink = (url: string, { to }: Reader): string =>
  to(`/app#open=${encodeURIComponent(url)}`)

export function appWay(url: string, reader: Reader): Markup {
  const words = APP_WORDS[reader.language]
  return html`<p class="build"><a class="button second" href="${appLink(url, reader)}">${words.open}</a></p>
<p class="soft">${words.why}</p>`
}
