// A body of each call that takes JSON, for the description and its page: each is one that is taken.

const rainOut = { status: 'cancelled', reason: '우천취소' }
const opening = { title: '개막전', start: '2026-09-01T18:30', venue: '남문 구장' }

export const EXAMPLE_BODIES: Record<string, object> = {
  'PUT /v1/partners/{partner}': { name: '하버', timezone: 'Asia/Seoul', locale: 'ko' },
  'PATCH /v1/partners/{partner}': { color: '#0b57d0' },
  'PUT /v1/partners/{partner}/calendars/{calendar}': { name: '레가타', category: '스포츠' },
  'POST /v1/partners/{partner}/keys': { label: '일정 담당자', role: 'editor' },
  'PATCH /v1/partners/{partner}/keys/{id}': { role: 'viewer' },
  'POST /v1/partners/{partner}/invitations': { label: '새 담당자', role: 'editor' },
  'POST /v1/partners/{partner}/calendars/{calendar}/sources': {
    ...{ url: 'https://calendars.example.org/regatta.ics', every: 60 },
  },
  'PATCH /v1/partners/{partner}/calendars/{calendar}/sources/{id}': { every: 120 },
  'POST /v1/partners/{partner}/calendars/{calendar}/events': opening,
  'PATCH /v1/partners/{partner}/calendars/{calendar}/events/{uid}': rainOut,
  'POST /v1/partners/{partner}/calendars/{calendar}/seasons': { name: '2026' },
  'PUT /v1/partners/{partner}/calendars/{calendar}/groups/{group}': {
    stores: [{ name: '남문점', region: '수도권' }],
  },
  'POST /v1/partners/{partner}/calendars/{calendar}/groups/{group}/events': {
    ...{ title: '휴점', start: '2026-09-14', rrule: 'FREQ=MONTHLY;BYDAY=2MO' },
  },
  'POST /v1/partners/{partner}/calendars/{calendar}/groups/{group}/happenings': {
    ...{ uid: 'UID', date: '2026-10-12', to: '2026-10-13' },
  },
  'PUT /v1/partners/{partner}/audiences/{audience}': { name: '시즌권 회원' },
  'PATCH /v1/uploads/{id}': { dateOrder: 'YMD' },
  'POST /v1/partners/{partner}/reports/{id}/acceptance': rainOut,
  'POST /v1/partners/{partner}/reports/{id}/rejection': { reason: 'already_right' },
  'POST /v1/partners/{partner}/reports/{id}/merger': { into: 'ID' },
  'POST /v1/reports': {
    ...{ calendar: 'harbour/regatta', kind: 'missing' },
    suggestion: { title: '빠진 경기', start: '2026-09-05T14:00' },
  },
  'POST /v1/subscriptions/{token}/reports': {
    ...{ calendar: 'harbour/regatta', kind: 'cancelled', uid: 'UID' },
  },
  'POST /v1/subscriptions': { calendars: ['harbour/regatta'], alarms: [30], prefix: '⚾' },
  'PATCH /v1/subscriptions/{token}': { filters: { weekdays: ['weekend'] } },
  'PUT /v1/subscriptions/{token}/audiences': { partner: 'harbour', key: 'MEMBER-0001' },
  'PUT /v1/subscriptions/{token}/overlay/{uid}': { memo: '표는 지갑에', alarms: [60] },
  'PATCH /v1/subscriptions/{token}/overlay/{uid}': { hidden: true },
  'POST /v1/subscriptions/{token}/push': {
    endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
    keys: {
      p256dh:
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
  },
}
