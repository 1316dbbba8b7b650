// The words of the pages of store groups.

const ko = {
  title: '점포 그룹',
  how: '점포를 그룹으로 묶으면 휴점일 같은 반복 일정을 그룹마다 한 번만 만들면 됩니다. 그룹 이름은 태그가 되어 구독자가 그룹이나 점포를 골라 볼 수 있습니다.',
  none: '아직 그룹이 없습니다.',
  count: (stores: number) => `점포 ${stores}곳`,
  make: '그룹 만들기',
  name: '그룹 이름',
  nameHint: '예: 서울, 대구',
  stores: '점포 (한 줄에 하나)',
  storesHint:
    '점포 | 주소 | 지역. 주소와 지역은 없어도 됩니다. 스프레드시트의 세 열을 복사해 붙여 넣어도 됩니다.',
  theStores: '점포',
  storesChange:
    '다른 그룹의 점포를 여기에 적으면 이 그룹으로 옮겨 옵니다. 옮긴 점포의 일정만 바뀝니다.',
  save: '저장',
  saved: (events: number) =>
    events === 0
      ? '저장했습니다. 바뀐 일정은 없습니다.'
      : `저장했습니다. 일정 ${events}개가 바뀌었습니다.`,
  series: '반복 일정',
  noSeries: '아직 반복 일정이 없습니다.',
  atEach: (count: number) => `점포마다 하나씩 ${count}개`,
  day: '날짜',
  to: '옮길 날짜',
  reason: '사유 (구독자에게 보입니다)',
  skip: '그날은 쉬지 않음 (건너뛰기)',
  move: '옮기기',
  except: '한 날짜만 건너뛰기·옮기기',
  next: '다음',
  add: '반복 일정 더하기',
  eventTitle: '제목',
  category: '분류',
  start: '이 날부터',
  description: '설명',
  eachStore: '점포마다 일정을 하나씩 만듭니다 (장소와 주소가 들어갑니다)',
  publish: '저장하고 게시',
  drop: '그룹 없애기',
  dropHow: '일정은 그대로 남습니다. 점포 목록만 없어집니다.',
  refused: '다음을 고쳐 주세요.',
  wrong: {
    name: '한 줄, 255자까지 쓸 수 있습니다.',
    stores: '점포는 200곳까지, 이름은 255자까지 쓸 수 있습니다.',
  },
}

const en: typeof ko = {
  title: 'Store groups',
  how: 'With stores in groups, a repeating event such as a closing day is made once for a group. The group’s name becomes a tag: subscribers may choose a group or a store.',
  none: 'No group yet.',
  count: (stores) => (stores === 1 ? '1 store' : `${stores} stores`),
  make: 'Make a group',
  name: 'Name of the group',
  nameHint: 'Such as Seoul or Daegu.',
  stores: 'Stores (one a line)',
  storesHint:
    'store | address | region. Address and region may be left out. Three columns of a spreadsheet can be pasted.',
  theStores: 'Stores',
  storesChange:
    'A store of another group that you write here moves to this one. Only its own events change.',
  save: 'Save',
  saved: (events) =>
    events === 0
      ? 'Saved. No event changed.'
      : `Saved. ${events} event${events === 1 ? '' : 's'} changed.`,
  series: 'Repeating events',
  noSeries: 'No repeating event yet.',
  atEach: (count) => `one at each store: ${count}`,
  day: 'Date',
  to: 'New date',
  reason: 'Reason (subscribers see it)',
  skip: 'Not on that day',
  move: 'Move',
  except: 'Skip or move one date',
  next: 'Next',
  add: 'Add a repeating event',
  eventTitle: 'Title',
  category: 'Category',
  start: 'From this day on',
  description: 'Description',
  eachStore: 'An event at each store (with its name and address as the place)',
  publish: 'Save and publish',
  drop: 'Give the group up',
  dropHow: 'Its events stay. Only the list of stores goes.',
  refused: 'Please put this right.',
  wrong: {
    name: 'One line, at most 255 characters.',
    stores: 'At most 200 stores; names of at most 255 characters.',
  },
}

export const GROUP_WORDS = { ko, en }
