// The words for problems of people: who may, who was invited, what was sent twice.

const en = {
  not_from_here: {
    title: 'Not sent from this console',
    detail:
      'The request does not come from a page of this console, or the page is from an earlier sign-in. Open the page anew and send it once more.',
  },
  too_many_attempts: {
    title: 'Too many attempts',
    detail: 'Too many failed attempts. Try again in {minutes} minutes.',
  },
  invitation_over: {
    title: 'This invitation no longer holds',
    detail:
      'It was used, withdrawn or has expired, or part of the link is missing. Ask whoever invited you for a new one.',
  },
  idempotency_conflict: {
    title: 'This Idempotency-Key was used for something else',
    detail:
      'Within the last 48 hours the same Idempotency-Key came with another address or body. Use a new one for each thing to be done.',
  },
  idempotency_busy: {
    title: 'This call is being answered',
    detail:
      'The same call with the same Idempotency-Key is under way. Send it again in a few seconds for its answer.',
  },
  idempotency_lost: {
    title: 'This was done, but its answer was lost',
    detail:
      'The call with this Idempotency-Key was carried out and cut off before its answer was kept. It is not done again: look at what there is, and use a new key for anything more.',
  },
}

const ko: typeof en = {
  not_from_here: {
    title: '이 콘솔에서 보낸 요청이 아닙니다',
    detail:
      '이 콘솔의 화면에서 보낸 요청이 아니거나, 이전에 로그인했을 때의 화면입니다. 화면을 새로 열고 다시 보내 주세요.',
  },
  too_many_attempts: {
    title: '시도가 너무 많습니다',
    detail: '실패한 시도가 너무 많습니다. {minutes}분 뒤에 다시 시도해 주세요.',
  },
  invitation_over: {
    title: '더 이상 쓸 수 없는 초대입니다',
    detail:
      '이미 사용했거나 취소되었거나 기한이 지났습니다. 링크의 일부가 빠졌을 수도 있습니다. 초대한 분께 새 링크를 요청해 주세요.',
  },
  idempotency_conflict: {
    title: '다른 요청에 쓴 Idempotency-Key입니다',
    detail:
      '지난 48시간 안에 같은 Idempotency-Key로 주소나 본문이 다른 요청을 받았습니다. 요청마다 새 값을 쓰세요.',
  },
  idempotency_busy: {
    title: '같은 요청을 처리하고 있습니다',
    detail:
      '같은 Idempotency-Key로 받은 같은 요청을 처리하는 중입니다. 몇 초 뒤에 다시 보내면 응답을 받습니다.',
  },
  idempotency_lost: {
    title: '처리했지만 응답을 잃었습니다',
    detail:
      '이 Idempotency-Key의 요청은 처리했지만 응답을 남기기 전에 끊겼습니다. 다시 처리하지 않으니 현재 상태를 확인하고, 더 할 일이 있으면 새 값을 쓰세요.',
  },
}

export const PEOPLE_PROBLEMS = { en, ko }
