// The frame of a page for everybody: the way home, the other language, and what else there is.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import { answerPage, type Page } from './layout.ts'
import { type Reader, withOption } from './reader.ts'

const WORDS = {
  ko: {
    skip: '본문으로 건너뛰기',
    navigation: '둘러보기',
    find: '찾기',
    mine: '내 캘린더',
    docs: 'API 문서',
    doctor: '피드 진단',
    partners: '일정을 올리려면',
    self: '한국어',
    promise: '계정도 앱도 필요 없습니다. 쓰던 캘린더에 그대로 나타납니다.',
  },
  en: {
    skip: 'Skip to the content',
    navigation: 'Around here',
    find: 'Find',
    mine: 'My calendars',
    docs: 'API documentation',
    doctor: 'Feed doctor',
    partners: 'Publish a schedule',
    self: 'English',
    promise: 'No account, no app: it appears in the calendar you already use.',
  },
}

/** The stylesheet of these pages; the base is in it. */
export const PUBLIC_STYLESHEET = '/assets/public.css'

export interface PublicPage extends Omit<Page, 'language' | 'styles'> {
  reader: Reader
  /** Further stylesheets of this server. */
  styles?: readonly string[]
}

export function answerPublicPage(c: Context, page: PublicPage): Promise<Response> {
  const { reader, body, styles = [], ...rest } = page
  const { language, to } = reader
  const words = WORDS[language]
  return answerPage(c, {
    ...rest,
    language,
    styles: [PUBLIC_STYLESHEET, ...styles],
    body: html`<a class="skip" href="#main">${words.skip}</a>
<header class="top"><a class="brand" href="${to('/')}">Kalends</a>
<nav aria-label="${words.navigation}"><a href="${to('/')}">${words.find}</a> <a href="${to('/my')}">${words.mine}</a></nav>
${otherLanguage(c, language)}</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer><p>${words.promise}</p>
<p><a href="${to('/docs')}">${words.docs}</a> · <a href="${to('/doctor')}">${words.doctor}</a> · <a href="/console">${words.partners}</a></p></footer>`,
  })
}

function otherLanguage(c: Context, language: Language) {
  const other = language === 'ko' ? 'en' : 'ko'
  const { pathname, search } = new URL(c.req.url)
  const path = withOption(`${pathname}${search}`, 'lang', other)
  return html`<a class="language" href="${path}" lang="${other}" hreflang="${other}">${WORDS[other].self}</a>`
}
