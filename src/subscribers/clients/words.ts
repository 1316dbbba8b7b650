// The words of the page about calendar programs.

import type { Language } from '../../language/choose.ts'

const HOUR = 60
const DAY = 24 * HOUR

const en = {
  title: 'How often calendars refresh',
  intro:
    'Calendar programs fetch a subscribed calendar when they like. This is how often they really came here in the last year, beside what is said of them.',
  program: 'Program',
  median: 'Half within',
  range: 'Most (10–90 %)',
  said: 'What is said',
  intervals: 'Measured',
  notYet: 'Not measured here yet',
  none: 'Not enough has been measured here yet.',
  shared: 'at shared feeds',
  unknown: 'not known',
  how: 'Measured at personal links, where each program is known by its link. Where those are few, at shared feeds, within a day: long intervals are then missing, and two devices behind one network may look like one that comes more often. No address is stored, and programs that were hardly seen are left out.',
  back: 'Examine a feed',
  here: 'How often calendars really refresh',
  minutes(count: number): string {
    if (isMinutes(count)) return `${count} min`
    if (count < 2 * DAY) return `${rounded(count / HOUR)} h`
    return `${rounded(count / DAY)} days`
  },
  count: (count: number): string => count.toLocaleString('en'),
}

const isMinutes = (count: number): boolean => count < 90 && count !== HOUR

/** One digit after the point, where it says something. */
const rounded = (value: number): number =>
  value < 10 ? Math.round(value * 10) / 10 : Math.round(value)

const ko: typeof en = {
  title: '캘린더는 얼마나 자주 새로 고칠까요?',
  intro:
    '구독한 캘린더를 언제 다시 받아 갈지는 캘린더 앱이 정합니다. 지난 1년 동안 이 서버에 실제로 얼마나 자주 왔는지, 알려진 값과 나란히 보여 드립니다.',
  program: '캘린더 앱',
  median: '절반은 이 안에',
  range: '대부분 (10–90%)',
  said: '알려진 값',
  intervals: '잰 횟수',
  notYet: '아직 여기서 재지 못한 앱',
  none: '아직 충분히 재지 못했습니다.',
  shared: '공용 피드에서',
  unknown: '알려지지 않음',
  how: '앱을 주소로 구별할 수 있는 개인 링크에서 잰 값입니다. 개인 링크가 적으면 공용 피드에서 하루 안에 잰 값을 쓰는데, 이때는 긴 간격이 빠지고 같은 네트워크의 두 기기가 더 자주 오는 한 기기로 보일 수 있습니다. 주소는 저장하지 않으며, 드물게 온 앱은 싣지 않습니다.',
  back: '피드 진단하기',
  here: '캘린더가 실제로 얼마나 자주 새로 고치는지 보기',
  minutes(count) {
    if (isMinutes(count)) return `${count}분`
    if (count < 2 * DAY) return `${rounded(count / HOUR)}시간`
    return `${rounded(count / DAY)}일`
  },
  count: (count) => `${count.toLocaleString('ko')}회`,
}

export const CLIENTS_WORDS: Record<Language, typeof en> = { en, ko }
