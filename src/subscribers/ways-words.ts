// What is said of each way into a calendar app: how, how soon, and what it leaves out.

import type { Language } from '../language/choose.ts'
import type { Way } from './ways.ts'

interface WayWords {
  name: string
  /** On the button. */
  act: string
  how: string
  /** How often it looks for what changed. */
  every: string
  /** What it ignores. */
  but: string
}

export const WAY_WORDS: Record<Language, Record<Way, WayWords>> = {
  ko: {
    apple: {
      name: 'iPhone · iPad · Mac',
      act: 'Apple 캘린더에 구독',
      how: '누르고 ‘구독’을 확인하면 끝입니다. iPhone과 iPad에서는 Safari로 열어 주세요.',
      every: '1분~3시간마다. Mac에서는 직접 정한 주기(5분~1주)로 봅니다.',
      but: '구독할 때 ‘알림 제거’가 켜져 있습니다. 알림이 필요하면 끄세요.',
    },
    google: {
      name: 'Google 캘린더',
      act: 'Google 캘린더에 추가',
      how: '브라우저에서 열리면 ‘추가’를 누르세요. 같은 계정을 쓰는 휴대폰에도 나타납니다.',
      every: '4~26시간마다. 앞당길 방법은 없습니다.',
      but: '일정에 붙은 알림과 색은 쓰지 않습니다.',
    },
    outlook: {
      name: 'Outlook.com',
      act: 'Outlook.com에 추가',
      how: '로그인한 뒤 ‘가져오기’를 누르세요. Outlook 앱에도 나타납니다.',
      every: '약 3시간마다. 길면 하루 걸립니다.',
      but: '255자가 넘는 제목은 잘립니다.',
    },
    microsoft365: {
      name: 'Microsoft 365 (회사·학교)',
      act: 'Microsoft 365에 추가',
      how: '회사나 학교 계정으로 로그인하세요. 관리자가 막아 두었을 수 있습니다.',
      every: '약 3시간마다. 길면 하루 걸립니다.',
      but: '255자가 넘는 제목은 잘립니다.',
    },
    android: {
      name: 'Android · 삼성 캘린더',
      act: 'ICSx5로 열기',
      how: '삼성 캘린더에는 주소로 구독하는 기능이 없습니다. Google 캘린더에 추가하면 같은 계정의 삼성 캘린더에도 보입니다. Google 단추를 눌렀는데 Google 캘린더 앱이 열리며 ‘캘린더가 없다’고 하면, 단추를 길게 눌러 브라우저의 새 탭에서 열거나 컴퓨터에서 추가하세요. 구독 앱 ICSx5가 있으면 그 앱으로 바로 열 수 있습니다.',
      every: 'Google을 거치면 4~26시간, ICSx5는 하루에 한 번(바꿀 수 있음).',
      but: 'Google을 거치면 일정에 붙은 알림이 오지 않습니다.',
    },
    desktop: {
      name: 'Thunderbird · Evolution · Outlook (PC)',
      act: '이 컴퓨터의 앱으로 열기',
      how: '열리지 않으면 주소를 복사해 ‘새 캘린더 → 네트워크’에 붙여 넣으세요.',
      every: '보통 30분마다.',
      but: '캘린더의 이름과 색은 직접 정합니다.',
    },
  },
  en: {
    apple: {
      name: 'iPhone · iPad · Mac',
      act: 'Subscribe in Apple Calendar',
      how: 'Confirm “Subscribe”, done. On an iPhone or iPad, open this page in Safari.',
      every: 'Every minute to 3 hours. A Mac as often as you set it (5 minutes to a week).',
      but: '“Remove Alerts” is on when you subscribe: turn it off if you want alerts.',
    },
    google: {
      name: 'Google Calendar',
      act: 'Add to Google Calendar',
      how: 'It opens in the browser: press “Add”. Phones with the same account show it too.',
      every: 'Every 4 to 26 hours. Nothing makes it faster.',
      but: 'It ignores events’ own alerts and colours.',
    },
    outlook: {
      name: 'Outlook.com',
      act: 'Add to Outlook.com',
      how: 'Sign in and press “Import”. The Outlook app shows it too.',
      every: 'About every 3 hours; a day at worst.',
      but: 'Titles are cut after 255 characters.',
    },
    microsoft365: {
      name: 'Microsoft 365 (work, school)',
      act: 'Add to Microsoft 365',
      how: 'Sign in with your work or school account. Its administrator may have forbidden it.',
      every: 'About every 3 hours; a day at worst.',
      but: 'Titles are cut after 255 characters.',
    },
    android: {
      name: 'Android · Samsung Calendar',
      act: 'Open with ICSx5',
      how: 'Samsung Calendar cannot subscribe to an address. Add it to Google Calendar, and Samsung Calendar shows it with the same account. If the Google button opens the Google Calendar app and it says the calendar does not exist, hold the button and open it in a new browser tab, or add it on a computer. With the subscription app ICSx5 it opens there at once.',
      every: 'Through Google every 4 to 26 hours; ICSx5 once a day (you can change it).',
      but: 'Through Google, events’ own alerts do not arrive.',
    },
    desktop: {
      name: 'Thunderbird · Evolution · Outlook (PC)',
      act: 'Open in a desktop app',
      how: 'If nothing opens, copy the address into “New calendar → On the network”.',
      every: 'Usually every 30 minutes.',
      but: 'You choose the calendar’s name and colour yourself.',
    },
  },
}

export const SUBSCRIBE_WORDS = {
  ko: {
    address: '캘린더 주소 (.ics)',
    copy: '복사',
    copied: '복사했습니다',
    failed: '길게 눌러 복사하세요',
    addressHow: '어느 앱이든 ‘URL로 구독’ 또는 ‘인터넷 캘린더 추가’에 붙여 넣으면 됩니다.',
    others: '다른 캘린더 앱',
    qr: '휴대폰으로 열기 (QR)',
    qrHow: '휴대폰 카메라로 찍으면 이 페이지가 열리고, 그 휴대폰에 맞는 단추가 나옵니다.',
    qrLabel: '이 페이지 주소의 QR 코드',
    delays: '바뀐 일정은 언제 보이나요?',
    delaysHow: '새 일정을 보러 오는 때는 캘린더 앱이 정합니다.',
    measured: '이 서버에서 실제로 잰 값',
    insideApp:
      '지금 다른 앱 안의 브라우저에서 보고 계십니다. 단추가 열리지 않으면 메뉴에서 ‘Safari(또는 Chrome)로 열기’를 고르세요.',
    otherBrowser:
      'iPhone의 이 브라우저에서는 구독 단추가 열리지 않을 수 있습니다. Safari에서 열거나 주소를 복사하세요.',
    here: '이 서버는 이 컴퓨터나 같은 네트워크에서만 열립니다. Google과 Microsoft의 서버가 올 수 없어 그 단추는 쓸 수 없습니다.',
    withoutTls:
      '이 서버의 주소는 https가 아닙니다. Outlook.com과 Microsoft 365는 https 주소만 받습니다.',
    tooLong: '주소가 256자보다 길어 Google 캘린더는 받지 않습니다.',
  },
  en: {
    address: 'Calendar address (.ics)',
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Hold to copy',
    addressHow: 'In any app: paste it into “subscribe by URL” or “add internet calendar”.',
    others: 'Other calendar apps',
    qr: 'Open on a phone (QR)',
    qrHow: 'A phone’s camera opens this page, with the button that fits that phone.',
    qrLabel: 'QR code of this page’s address',
    delays: 'When will a change show?',
    delaysHow: 'It is the calendar app that decides when to look for news.',
    measured: 'As really measured at this server',
    insideApp:
      'You are in another app’s own browser. If the button opens nothing, choose “Open in Safari” (or Chrome) from its menu.',
    otherBrowser:
      'In this browser on an iPhone the button may open nothing. Open the page in Safari, or copy the address.',
    here: 'This server can be reached only from this computer or its network. Google’s and Microsoft’s servers cannot come here, so their buttons would not work.',
    withoutTls:
      'This server’s address is not https. Outlook.com and Microsoft 365 take https addresses only.',
    tooLong: 'The address is longer than 256 characters, which Google Calendar does not take.',
  },
}
