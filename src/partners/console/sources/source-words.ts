// The words of the page on which a calendar's schedule is told where to fetch itself.

const PER_HOUR = 60
const PER_DAY = 24 * PER_HOUR

export const SOURCE_WORDS = {
  ko: {
    title: '자동 가져오기',
    intro:
      '구글 스프레드시트나 일정 파일의 주소를 적어 두면 저희가 때때로 읽어 옵니다. 오류도 확인할 것도 없으면 바로 게시하고, 있으면 검토할 때까지 기다립니다. 이미 게시된 일정은 그대로입니다.',
    none: '아직 가져오는 곳이 없습니다.',
    add: '가져올 곳 더하기',
    url: '주소',
    urlHint:
      '구글 스프레드시트는 ‘공유’에서 ‘링크가 있는 모든 사용자’로 바꾼 뒤 그 링크를 그대로 붙여 넣으세요. 그 밖에는 누구나 받을 수 있는 CSV, Excel(.xlsx), ICS, JSON 파일의 주소입니다.',
    mode: '그곳에는',
    merge: '새 일정과 바뀐 일정이 있습니다 (없는 일정은 그대로)',
    replace: '전체 일정이 있습니다 (그곳에 없는 예정 일정은 취소)',
    every: '얼마나 자주',
    everyMinutes: (minutes: number) => {
      if (minutes % PER_DAY === 0)
        return minutes === PER_DAY ? '하루마다' : `${minutes / PER_DAY}일마다`
      return minutes % PER_HOUR === 0 ? `${minutes / PER_HOUR}시간마다` : `${minutes}분마다`
    },
    email: '문제가 생기면 알릴 메일',
    webhook: '알림을 받을 웹훅 주소',
    noticeHint: '읽지 못하거나, 검토를 기다리거나, 다시 잘 될 때 알립니다. 비워 두어도 됩니다.',
    webhookHint: '개발자가 쓰는 기능입니다.',
    send: '더하기',
    change: '바꾸기',
    save: '저장',
    pull: '지금 가져오기',
    remove: '그만 가져오기',
    removeHint: '지금까지 가져온 일정은 그대로 남습니다.',
    state: { new: '곧 가져옵니다', ok: '정상', waiting: '검토 대기', failing: '가져오지 못함' },
    review: '가져온 파일 검토하기',
    last: '가져온 파일',
    since: '문제가 시작된 때',
    failures: (count: number) =>
      `연달아 ${count.toLocaleString('ko')}번 실패했습니다. 게시된 일정은 그대로입니다.`,
    pulled: '마지막으로 살펴본 때',
    next: '다음',
    soon: '잠시 뒤',
    never: '아직 없음',
    told: '알림',
    nobody: '받는 곳 없음',
    notTold: '알림을 보내지 못했습니다',
    done: {
      added: '더했습니다. 곧 처음으로 가져옵니다.',
      saved: '저장했습니다.',
      pulled: '방금 살펴보았습니다. 결과는 아래와 같습니다.',
      removed: '이제 가져오지 않습니다. 가져온 일정은 그대로입니다.',
    },
    refused: '저장하지 않았습니다. 표시된 곳을 고쳐 주세요.',
    secretTitle: '웹훅 비밀 값',
    secretHint:
      '알림이 저희에게서 온 것인지 확인하는 비밀 값입니다(Standard Webhooks). 다시 보여 드리지 않으니 지금 복사해 두세요.',
    secret: '비밀 값',
    back: '자동 가져오기로',
    of: (what: string, url: string) => `${what}: ${url}`,
    wrong: {
      url: '주소를 적어 주세요.',
      mode: '둘 가운데 하나를 골라 주세요.',
      every: '15분부터 7일까지 고를 수 있습니다.',
      'notice-email': '메일 주소가 아닙니다.',
      'notice-webhook': '주소를 적어 주세요.',
    } as Record<string, string>,
  },
  en: {
    title: 'Sources',
    intro:
      'Give the address of a Google sheet or a schedule file, and we read it from time to time. What has neither errors nor questions is published at once; anything else waits for your review. What is published already stays as it is.',
    none: 'Nothing is fetched yet.',
    add: 'Add a source',
    url: 'Address',
    urlHint:
      'Of a Google sheet: under “Share”, allow “anyone with the link”, and paste that link as it is. Else the address of a CSV, Excel (.xlsx), ICS or JSON file that anybody may download.',
    mode: 'It holds',
    merge: 'new and changed events (others stay)',
    replace: 'the whole schedule (upcoming events it lacks are cancelled)',
    every: 'How often',
    everyMinutes: (minutes: number) => {
      if (minutes % PER_DAY === 0)
        return minutes === PER_DAY ? 'every day' : `every ${minutes / PER_DAY} days`
      if (minutes % PER_HOUR !== 0) return `every ${minutes} minutes`
      return minutes === PER_HOUR ? 'every hour' : `every ${minutes / PER_HOUR} hours`
    },
    email: 'E-mail to tell of trouble',
    webhook: 'Webhook address for notices',
    noticeHint: 'Told when it cannot be read, waits for review, or works again. May be empty.',
    webhookHint: 'For developers.',
    send: 'Add',
    change: 'Change',
    save: 'Save',
    pull: 'Fetch now',
    remove: 'Stop fetching',
    removeHint: 'What was fetched until now stays.',
    state: { new: 'fetched soon', ok: 'fine', waiting: 'to review', failing: 'not fetched' },
    review: 'Review the file that was fetched',
    last: 'File fetched',
    since: 'Failing since',
    failures: (count: number) =>
      `Failed ${count.toLocaleString('en')} ${count === 1 ? 'time' : 'times in a row'}. What is published stays as it is.`,
    pulled: 'Last looked at',
    next: 'Next',
    soon: 'in a moment',
    never: 'not yet',
    told: 'Notices',
    nobody: 'to nobody',
    notTold: 'The notice could not be given',
    done: {
      added: 'Added. It is fetched for the first time in a moment.',
      saved: 'Saved.',
      pulled: 'Looked at just now. What came of it stands below.',
      removed: 'It is fetched no more. What was fetched stays.',
    },
    refused: 'Nothing was saved. Please mend what is marked.',
    secretTitle: 'The webhook’s secret',
    secretHint:
      'By it you know that a notice is ours (Standard Webhooks). It is shown this once: copy it now.',
    secret: 'Secret',
    back: 'To the sources',
    of: (what: string, url: string) => `${what}: ${url}`,
    wrong: {
      url: 'Give an address.',
      mode: 'Choose one of the two.',
      every: 'From 15 minutes to 7 days.',
      'notice-email': 'Not an e-mail address.',
      'notice-webhook': 'Give an address.',
    } as Record<string, string>,
  },
}

export type SourceWords = (typeof SOURCE_WORDS)['ko']
