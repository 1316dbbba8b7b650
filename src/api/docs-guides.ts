// What is more than one call: short guides at the head of the documentation, in both languages.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'

interface Guide {
  id: string
  title: string
  text: string
  code?: string
}

const SYNC = `const mine = client.subscription('TOKEN')
for await (const { changes, next, restarted } of mine.sync(since)) {
  if (restarted) forgetEverything()
  keep(changes, next) // together, or neither
}`
const REMINDERS =
  'for (const { key, at, title } of await mine.reminders()) schedule(key, at, title)'
const STREAM = 'const live = mine.stream(() => sync()) // live.close()'
const PUSH = `const { publicKey } = await mine.push.list()
const browser = await registration.pushManager.subscribe({
  userVisibleOnly: true, applicationServerKey: publicKey,
})
await mine.push.add(browser.toJSON())`
const ERRORS = `try { await mine.choices() } catch (problem) {
  if (problem.code === 'subscription_ended') forget()
  else show(problem.message)
}`

const en: Guide[] = [
  {
    ...{ id: 'guide-sync', title: 'Sync', code: SYNC },
    text: 'Ask `changes` without `since` once, keep `next`, and come back with it: you get what changed, one entry an event, upserts and removals, with filters and overlay applied. Go on while `more` is true. 410 `token_gone` means: forget what you have and start again without `since`. With `from` and `to` each event carries its `occurrences`, so that no rule has to be expanded.',
  },
  {
    ...{ id: 'guide-reminders', title: 'Reminders', code: REMINDERS },
    text: '`reminders` answers what rings in a range, computed: quiet hours, all-day events and ticket openings are in it, and what has no certain time is not. Schedule local notifications from it after every sync. `key` is the same when an event moves, so what was scheduled under it is replaced.',
  },
  {
    ...{ id: 'guide-push', title: 'Push', code: PUSH },
    text: 'A browser that is registered is woken by the server for reminders and for changes near their time (Web Push). The payload is JSON: `{type, key, at, title, body, tag, url, …}`. A channel whose push service says that it is gone is removed.',
  },
  {
    ...{ id: 'guide-stream', title: 'Stream', code: STREAM },
    text: 'An open stream (Server-Sent Events) says when to ask `changes`: `ready` at the start, `change` after. Reconnect with `Last-Event-ID` and nothing is missed. Where no stream can be kept open, it ends after one event and `retry` says when to come back: that is the polling.',
  },
  {
    ...{ id: 'guide-errors', title: 'Errors', code: ERRORS },
    text: 'Every error is `application/problem+json`: `code` never changes and is for your program, `title` and `detail` are for a person, in the language of `Accept-Language`. 429 and 503 say in `Retry-After` when to come back. A POST with an `Idempotency-Key` can be sent again: it is done once.',
  },
  {
    ...{ id: 'guide-policy', title: 'What may change' },
    text: 'Fields, calls and codes are added at any time: ignore those you do not know. What is described here is not given another meaning within `/v1`; a call that goes away says so a year before, in `Deprecation` and `Sunset`. Cursors, tokens and ids are opaque: keep them as they came. Every GET but a stream carries an `ETag`: send it back as `If-None-Match`. What is counted says in `RateLimit` how much is left.',
  },
]

const ko: Guide[] = [
  {
    ...{ id: 'guide-sync', title: '동기화', code: SYNC },
    text: '처음에는 `since` 없이 `changes`를 부르고, 받은 `next`를 간직했다가 다음에 `since`로 보냅니다. 필터와 개인 설정을 적용한 결과에서 바뀐 일정만 하나씩, 추가·변경과 삭제로 옵니다. `more`가 참이면 이어서 부릅니다. 410 `token_gone`이면 가진 것을 모두 지우고 `since` 없이 다시 시작합니다. `from`과 `to`를 주면 일정마다 그 기간의 `occurrences`가 함께 와서 반복 규칙을 풀 필요가 없습니다.',
  },
  {
    ...{ id: 'guide-reminders', title: '알림', code: REMINDERS },
    text: '`reminders`는 기간 안에 울릴 것을 계산해서 줍니다. 방해 금지 시간, 종일 일정, 예매 시작까지 들어 있고, 시간이 정해지지 않은 것은 울리지 않습니다. 동기화할 때마다 받아서 기기 알림으로 예약하세요. 일정이 옮겨져도 `key`는 그대로이니, 같은 `key`의 예약을 바꾸면 됩니다.',
  },
  {
    ...{ id: 'guide-push', title: '푸시', code: PUSH },
    text: '등록한 브라우저는 알림 시각과, 곧 있을 일정이 바뀌었을 때 서버가 깨웁니다(웹 푸시). 내용은 JSON입니다: `{type, key, at, title, body, tag, url, …}`. 푸시 서비스가 없어졌다고 답한 채널은 지워집니다.',
  },
  {
    ...{ id: 'guide-stream', title: '실시간', code: STREAM },
    text: '열어 둔 스트림(SSE)이 `changes`를 부를 때를 알려 줍니다. 처음에 `ready`, 그다음부터 `change`가 옵니다. `Last-Event-ID`로 다시 연결하면 놓치는 것이 없습니다. 스트림을 열어 둘 수 없는 곳에서는 한 번 답하고 끝나며, `retry`가 다시 물을 때를 알려 줍니다.',
  },
  {
    ...{ id: 'guide-errors', title: '오류', code: ERRORS },
    text: '오류는 모두 `application/problem+json`입니다. `code`는 바뀌지 않으니 프로그램이 쓰고, `title`과 `detail`은 `Accept-Language`의 언어로 된 사람이 읽는 글입니다. 429와 503은 `Retry-After`로 다시 올 때를 알려 줍니다. `Idempotency-Key`를 넣은 POST는 다시 보내도 한 번만 처리됩니다.',
  },
  {
    ...{ id: 'guide-policy', title: '바뀔 수 있는 것' },
    text: '필드, 호출, 코드는 언제든 늘어날 수 있으니 모르는 것은 건너뛰세요. 여기 적힌 것은 `/v1` 안에서 뜻이 바뀌지 않으며, 없어질 호출은 1년 전부터 `Deprecation`과 `Sunset` 헤더로 알립니다. 커서, 토큰, id는 뜻을 읽지 말고 받은 그대로 간직하세요. 스트림이 아닌 GET에는 모두 `ETag`가 있으니 `If-None-Match`로 되보내세요. 횟수를 세는 호출은 남은 만큼을 `RateLimit`로 알립니다.',
  },
]

const GUIDES: Record<Language, Guide[]> = { en, ko }

export const guideLinks = (language: Language) =>
  GUIDES[language].map(
    ({ id, title }, at) => html`${at > 0 ? ' · ' : ''}<a href="#${id}">${title}</a>`,
  )

export const guides = (language: Language) =>
  GUIDES[language].map(
    ({ id, title, text, code }) => html`<section class="guide"><h3 id="${id}">${title}</h3>
<p>${prose(text)}</p>${code ? html`\n<pre>${code}</pre>` : ''}</section>`,
  )

/** `code` between backticks. */
export const prose = (text: string) =>
  text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))
