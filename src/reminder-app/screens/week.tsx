// My week: its days from today on as a list, a week forward and back.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Happening } from '../engine.ts'
import { useApp } from './app.ts'
import { addDays, clock, dateOf, dayStart, dayText, shortDayText } from './dates.ts'
import { firstDay, whenText } from './happening-time.ts'
import { useKept } from './kept.ts'
import { goInstead } from './navigation.ts'
import { Title } from './parts.tsx'
import { toEvent, toWeek } from './route.ts'
import { Row } from './row.tsx'
import { DAYS, type Day, isNotTooEarly, isNotTooLate, weekOf } from './week-days.ts'

export function WeekScreen({ from: asked }: { from: string | null }) {
  const { engine, words, now } = useApp()
  const [showHidden, setShowHidden] = useState(false)
  const today = dateOf(new Date(now))
  const from = asked ?? today
  // A day more on either side: all-day events keep the day of their own zone.
  const ends = [addDays(from, -1), addDays(from, DAYS + 1)].map((date) =>
    dayStart(date).toISOString(),
  )
  const all = useKept(`week ${from}`, () => engine.happenings(ends[0] ?? '', ends[1] ?? '', true))
  const week = weekOf(all ?? [], from, showHidden)
  const isKnown = isNotTooEarly(from, today) && isNotTooLate(from, today)
  const isEmpty = week.days.every(({ happenings }) => happenings.length === 0)
  return (
    <>
      <Title text={words.week.title} />
      <News />
      <Weeks from={from} today={today} />
      {all === undefined ? (
        <p class="soft">{words.loading}</p>
      ) : (
        <>
          {week.long.length > 0 && <Long happenings={week.long} from={from} />}
          {!isKnown && <p class="note">{words.week.beyond}</p>}
          {isEmpty && isKnown && <Nothing after={ends[1] ?? ''} />}
          {!isEmpty && week.days.map((day) => <DayList key={day.date} {...day} />)}
          {week.hidden > 0 && (
            <button
              type="button"
              class="plain"
              aria-expanded={showHidden}
              onClick={() => setShowHidden(!showHidden)}
            >
              {showHidden ? words.week.unhide(week.hidden) : words.week.hidden(week.hidden)}
            </button>
          )}
        </>
      )}
    </>
  )
}

/** That something is different since one looked. */
function News() {
  const { engine, words } = useApp()
  const differences = useKept('differences', () => engine.differences()) ?? []
  if (differences.length === 0) return null
  return (
    <p class="news">
      <a href="#/changes">{words.week.changes(differences.length)}</a>
    </p>
  )
}

function Weeks({ from, today }: { from: string; today: string }) {
  const { words, language } = useApp()
  const earlier = addDays(from, -DAYS)
  const later = addDays(from, DAYS)
  const move = (to: string) => {
    if (to === earlier && !isNotTooEarly(to, today)) return
    if (to === later && !isNotTooLate(to, today)) return
    goInstead(toWeek(to === today ? null : to))
  }
  useArrowKeys((days) => move(days < 0 ? earlier : later))
  return (
    <nav class="weeks" aria-label={words.week.label}>
      <button
        type="button"
        class="icon"
        onClick={() => move(earlier)}
        aria-disabled={!isNotTooEarly(earlier, today)}
        aria-label={words.week.earlier}
      >
        <Arrow d="M15 5l-7 7 7 7" />
      </button>
      <p aria-live="polite">
        {shortDayText(from, language)} – {shortDayText(addDays(from, DAYS - 1), language)}
      </p>
      <button
        type="button"
        class="icon"
        onClick={() => move(later)}
        aria-disabled={!isNotTooLate(later, today)}
        aria-label={words.week.later}
      >
        <Arrow d="M9 5l7 7-7 7" />
      </button>
      {from !== today && (
        <button type="button" class="plain" onClick={() => goInstead(toWeek(null))}>
          {words.week.thisWeek}
        </button>
      )}
      <p class="aloud">{words.week.keys}</p>
    </nav>
  )
}

const Arrow = ({ d }: { d: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
)

/** ← and →, unless they move within a field. */
function useArrowKeys(move: (days: number) => void): void {
  const last = useRef(move)
  last.current = move
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      if (event.key === 'ArrowLeft') last.current(-DAYS)
      if (event.key === 'ArrowRight') last.current(DAYS)
    }
    addEventListener('keydown', follow)
    return () => removeEventListener('keydown', follow)
  }, [])
}

function Long({ happenings, from }: { happenings: Happening[]; from: string }) {
  return (
    <section class="day">
      <h2>{useApp().words.week.long}</h2>
      <ul class="rows">
        {happenings.map((each) => (
          <Row key={each.uid + each.recurrenceId} of={each} day={from} />
        ))}
      </ul>
    </section>
  )
}

function DayList({ date, until, happenings }: Day) {
  const { language, words, now } = useApp()
  const isToday = date === dateOf(new Date(now))
  const isTomorrow = date === addDays(dateOf(new Date(now)), 1)
  const near = isToday ? words.when.today : isTomorrow ? words.when.tomorrow : null
  if (happenings.length === 0)
    return (
      <p class="empty">
        {dayText(date, language)}
        {date !== until && ` – ${dayText(until, language)}`}
        {near && <span class="near"> {near}</span>} <span>{words.week.empty}</span>
      </p>
    )
  return (
    <section class={isToday ? 'day today' : 'day'}>
      <h2>
        {dayText(date, language)}
        {near && <span class="near"> {near}</span>}
      </h2>
      <ul class="rows">
        {isToday ? <WithNow {...{ happenings, date }} /> : rowsOf(happenings, date)}
      </ul>
    </section>
  )
}

const rowsOf = (happenings: readonly Happening[], date: string) =>
  happenings.map((each) => <Row key={each.uid + each.recurrenceId} of={each} day={date} />)

/** Where in the day it is now: after what is over, before what is to come. */
function WithNow({ happenings, date }: { happenings: Happening[]; date: string }) {
  const { language, words, now } = useApp()
  const isBefore = ({ startsAt, endsAt, allDay, timeTbd }: Happening) =>
    allDay || timeTbd || Date.parse(endsAt) <= now || Date.parse(startsAt) <= now
  const next = happenings.findIndex((each) => !isBefore(each))
  const split = next < 0 ? happenings.length : next
  return (
    <>
      {rowsOf(happenings.slice(0, split), date)}
      <li class="now-line">
        <span>
          {words.when.now} <time>{clock(new Date(now), language)}</time>
        </span>
      </li>
      {rowsOf(happenings.slice(split), date)}
    </>
  )
}

const AHEAD_DAYS = 366

/** An empty week tells what comes after it. */
function Nothing({ after }: { after: string }) {
  const { engine, language, words } = useApp()
  const until = dayStart(addDays(dateOf(after), AHEAD_DAYS)).toISOString()
  const [next] = useKept(`after ${after}`, () => engine.happenings(after, until)) ?? []
  const calendars = useKept('calendars', () => engine.calendars())
  return (
    <div class="nothing">
      <p>{words.week.none}</p>
      {next && (
        <p>
          {words.week.next}: <a href={toEvent(next.uid, next.recurrenceId)}>{next.title}</a>
          <br />
          <a href={toWeek(firstDay(next))}>{whenText(next, language, words)}</a>
        </p>
      )}
      {calendars?.length === 0 && (
        <p>
          <a class="button" href="#/add">
            {words.calendars.add}
          </a>
        </p>
      )}
    </div>
  )
}
