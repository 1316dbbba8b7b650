// What the engine says to a person, in both languages.

import { KalendsProblem } from '../../client/src/problem.ts'
import type { Language } from './device.ts'

const ko = {
  offline: '지금은 연결이 없습니다. 연결되면 다시 시도합니다.',
  needsNetwork: '인터넷에 연결되어 있을 때 할 수 있습니다.',
  noAnswer: '서버가 대답하지 않습니다. 잠시 뒤에 다시 시도합니다.',
  ended: '이 링크는 다른 곳에서 끝났습니다. 새 링크를 열거나 캘린더를 다시 고르세요.',
  notKept: (why: string) => `바꾼 것 하나를 서버가 받지 않아 되돌렸습니다. ${why}`,
  failedOften: '서버가 이 변경을 처리하지 못하고 있습니다. 나중에 다시 보내 보세요.',
  lastCalendar: '마지막 캘린더는 뺄 수 없습니다. 다른 캘린더를 먼저 더하세요.',
  noLink: (found: string) =>
    `링크를 찾지 못했습니다: “${found}”. 캘린더 주소(https://… 또는 webcal://…)를 붙여 넣으세요.`,
  otherServer: (host: string, own: string) =>
    `${host}의 주소입니다. 여기서는 ${own}의 캘린더만 열 수 있습니다.`,
  notOurs: (path: string) =>
    `캘린더나 내 링크의 주소가 아닙니다: ${path}. 캘린더 페이지나 구독 링크를 붙여 넣으세요.`,
  unknownLink: '이런 내 링크가 없습니다. 한 글자라도 빠지지 않았는지 보세요.',
  endedLink: '이 링크는 끝났습니다. 새로 받은 링크를 여세요.',
  otherHere:
    '이 기기에는 이미 다른 링크가 있습니다. 설정에서 그 링크를 옮겨 적고 이 기기에서 지운 다음 다시 여세요.',
  noPush: '이 브라우저는 알림을 받을 수 없습니다. iPhone에서는 먼저 홈 화면에 추가하세요.',
  pushDenied: '알림이 막혀 있습니다. 브라우저의 사이트 설정에서 허용해 주세요.',
  pushFailed: '브라우저가 알림 주소를 만들지 못했습니다. 잠시 뒤에 다시 해 보세요.',
  pushOff: '먼저 이 기기의 알림을 켜세요.',
  noSubscription: '먼저 캘린더를 하나 고르세요.',
}

const en: typeof ko = {
  offline: 'There is no connection just now. It is tried again when there is one.',
  needsNetwork: 'This needs a connection to the internet.',
  noAnswer: 'The server does not answer. It is tried again in a while.',
  ended: 'This link was ended elsewhere. Open the new one, or choose your calendars again.',
  notKept: (why) => `One of your changes was not taken by the server, and is undone. ${why}`,
  failedOften: 'The server keeps failing at this change. Send it again later.',
  lastCalendar: 'The last calendar cannot be left. Add another one first.',
  noLink: (found) =>
    `There is no link in “${found}”. Paste a calendar's address (https://… or webcal://…).`,
  otherServer: (host, own) => `This is an address of ${host}. Only calendars of ${own} open here.`,
  notOurs: (path) =>
    `${path} is no address of a calendar or of a personal link. Paste a calendar's page or a subscribe link.`,
  unknownLink: 'There is no such personal link. See whether a letter is missing.',
  endedLink: 'This link has ended. Open the one that came in its place.',
  otherHere:
    'This device has another link already. Copy that one in the settings, take it off this device, and open this one again.',
  noPush:
    'This browser cannot get notifications. On an iPhone, add the app to the home screen first.',
  pushDenied: 'Notifications are blocked. Allow them in the browser’s settings of this site.',
  pushFailed: 'The browser could not make an address for notifications. Try again in a while.',
  pushOff: 'Turn the notifications of this device on first.',
  noSubscription: 'Choose a calendar first.',
}

export const WORDS: Record<Language, typeof ko> = { ko, en }

/** Its message is for a person. */
export class Told extends Error {
  override readonly name = 'Told'
}

/** Whatever was thrown, in words for a person. */
export function toldOf(error: unknown, language: Language): Told {
  if (error instanceof Told) return error
  if (!(error instanceof KalendsProblem)) throw error
  const words = WORDS[language]
  const own: Record<string, string> = {
    ...{ unreachable: words.needsNetwork, unexpected_answer: words.noAnswer },
    subscription_ended: words.ended,
  }
  return new Told(own[error.code] ?? error.message, { cause: error })
}

/** Changed or erased elsewhere. A backup that was brought back may not know it either. */
export const isGone = (error: unknown): boolean =>
  error instanceof KalendsProblem && ['subscription_ended', 'not_found'].includes(error.code)
