// An engine without server and device, so that the screens can be looked at by themselves.

import type {
  Difference,
  Engine,
  EngineState,
  EventDetail,
  ReportWish,
  Rules,
  Setback,
} from '../../src/reminder-app/engine.ts'
import { CALENDARS, EVENTS, HISTORY, NOW } from './example-schedule.ts'

const DIFFERENCES: Difference[] = [
  {
    ...{ uid: 'game', title: '오터스 vs 크레인스', at: '2026-11-27T03:10:00Z', what: 'moved' },
    before: { startsAt: '2026-11-27T05:00:00Z', title: '오터스 vs 크레인스' },
    after: { startsAt: '2026-11-27T09:30:00Z', title: '오터스 vs 크레인스' },
  },
  {
    ...{
      uid: 'rained',
      title: '오터스 vs 오르카스',
      at: '2026-11-27T01:00:00Z',
      what: 'cancelled',
    },
    before: { startsAt: '2026-11-28T05:00:00Z', title: '오터스 vs 오르카스' },
    after: { startsAt: '2026-11-28T05:00:00Z', title: '오터스 vs 오르카스' },
  },
  {
    ...{ uid: 'gone', title: '어린이 야구 교실', at: '2026-11-26T01:00:00Z', what: 'removed' },
    before: { startsAt: '2026-12-05T01:00:00Z', title: '어린이 야구 교실' },
    after: null,
  },
]

const told = (text: string): Error => Object.assign(new Error(text), { name: 'Told' })

export class EngineInMemory implements Engine {
  state: EngineState = {
    ...{ subscription: 'none', online: true, syncing: false, syncedAt: null, waiting: 0 },
    ...{ problem: null, push: 'off', setbacks: 0 },
  }
  reports: ReportWish[] = []
  lost: Setback[] = []
  #followed: string[] = []
  #events: EventDetail[] = EVENTS.map((event) => ({ ...event }))
  #rules: Rules = {
    ...{ minutes: [30], daysBefore: [{ days: 1, at: '20:00' }], tickets: [0], changes: true },
    ...{ allDay: [{ days: 1, at: '20:00' }], quiet: { from: '23:00', to: '07:00' } },
  }
  #differences = DIFFERENCES
  #listeners = new Set<() => void>()

  watch(listener: () => void) {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  /** As after something that came from elsewhere. */
  become(state: Partial<EngineState>) {
    this.state = { ...this.state, ...state }
    for (const listener of this.#listeners) listener()
  }
  async start() {}
  async sync() {
    this.become({ syncedAt: new Date().toISOString() })
  }

  async happenings(from: string, to: string, hidden = false) {
    return this.#events.filter(
      (each) =>
        this.#followed.includes(each.calendar) &&
        Date.parse(each.endsAt) > Date.parse(from) &&
        Date.parse(each.startsAt) < Date.parse(to) &&
        (hidden || !each.hidden),
    )
  }
  async event(uid: string, recurrenceId: string | null) {
    const [first, ...others] = this.#events.filter((each) => each.uid === uid)
    if (recurrenceId === null)
      return first
        ? { ...first, hidden: first.hidden && others.every(({ hidden }) => hidden) }
        : null
    return (
      this.#events.find((each) => each.uid === uid && each.recurrenceId === recurrenceId) ?? null
    )
  }
  async history(uid: string) {
    if (!this.state.online) return null
    return uid === 'game' ? HISTORY : HISTORY.slice(-1)
  }

  async calendars() {
    return CALENDARS.filter(({ calendar }) => this.#followed.includes(calendar)).map((each) => ({
      ...each,
      next:
        this.#events.find(
          ({ calendar, startsAt, hidden }) =>
            calendar === each.calendar && startsAt > NOW && !hidden,
        ) ?? null,
    }))
  }
  async search(text: string) {
    if (!this.state.online) throw told('오프라인입니다.')
    return CALENDARS.filter(({ name, partnerName }) => `${name} ${partnerName}`.includes(text)).map(
      (each) => ({ ...each, followed: this.#followed.includes(each.calendar) }),
    )
  }
  async follow(calendar: string) {
    this.#followed = [...this.#followed, calendar]
    this.become({ subscription: 'here', syncedAt: new Date(NOW).toISOString() })
  }
  async unfollow(calendar: string) {
    this.#followed = this.#followed.filter((each) => each !== calendar)
    this.become({})
  }
  async openLink(link: string) {
    if (!link.includes('.ics'))
      throw told('링크를 찾을 수 없습니다. 주소 전체를 붙여 넣었는지 확인해 주세요.')
    this.#followed = CALENDARS.slice(0, 3).map(({ calendar }) => calendar)
    this.become({ subscription: 'here', syncedAt: NOW })
  }

  async hide(uid: string, hidden: boolean) {
    this.#change(uid, () => ({ hidden }))
  }
  async skip(uid: string, recurrenceId: string, hidden: boolean) {
    this.#change(uid, (event) => (event.recurrenceId === recurrenceId ? { hidden } : {}))
  }
  async memo(uid: string, memo: string | null) {
    this.#change(uid, () => ({ memo }))
  }
  async alarms(uid: string, minutes: number[] | null) {
    this.#change(uid, () => ({ alarms: minutes ?? this.#rules.minutes }))
  }
  #change(uid: string, part: (event: EventDetail) => Partial<EventDetail>) {
    this.#events = this.#events.map((each) =>
      each.uid === uid ? { ...each, ...part(each) } : each,
    )
    this.become({ waiting: this.state.online ? 0 : this.state.waiting + 1 })
  }
  async report(wish: ReportWish) {
    this.reports.push(wish)
    return { receipt: 'r1', page: '/my/reports/r1' }
  }

  rules = async () => this.#rules
  async changeRules(rules: Rules) {
    this.#rules = rules
    this.become({})
  }
  differences = async () => (this.state.subscription === 'here' ? this.#differences : [])
  async markSeen() {
    this.#differences = []
    this.become({})
  }
  phone = async () =>
    this.state.online
      ? [{ program: 'apple-ios', fetchedAt: '2026-11-27T00:30:00Z', missing: 1 }]
      : null

  setbacks = async () => this.lost
  async answerSetback(id: string, isWanted: boolean) {
    const answered = this.lost.find((each) => each.id === id)
    this.lost = this.lost.filter((each) => each !== answered)
    const { of } = answered ?? {}
    if (isWanted && of?.kind === 'memo') await this.memo(of.uid, of.value)
    this.become({ setbacks: this.lost.length })
  }
  async enablePush() {
    this.become({ push: 'on' })
  }
  async testPush() {}
  async disablePush() {
    this.become({ push: 'off' })
  }
  async links() {
    const own = 'kalends.example/feeds/my/Zk3q9aT0bWm5XcE8rUyP2n.ics'
    return {
      ...{ webcalUrl: `webcal://${own}`, feedUrl: `https://${own}` },
      manageUrl: 'https://kalends.example/my/Zk3q9aT0bWm5XcE8rUyP2n',
    }
  }
  async forget() {
    this.#followed = []
    this.become({ subscription: 'none', waiting: 0, syncedAt: null })
  }
}
