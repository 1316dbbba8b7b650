// One happening in a list: when, what, where, and what has become of it.

import type { Happening } from '../engine.ts'
import { useApp } from './app.ts'
import { shortDayText } from './dates.ts'
import { clockOf, datetimeOf, endOf, firstDay, isDay, lastDay, thereOf } from './happening-time.ts'
import { useKept } from './kept.ts'
import { toEvent } from './route.ts'
import type { AllWords } from './words.ts'

type Mark = keyof AllWords['marks']

/** The gravest first. */
export function marksOf({ status, soldOut, hidden }: Happening): Mark[] {
  const own: Mark[] = hidden ? ['hidden'] : []
  if (status === 'cancelled' || status === 'postponed') return [status, ...own]
  const gone: Mark[] = status === 'tentative' || status === 'ended' ? [status] : []
  return [...gone, ...(soldOut && status !== 'ended' ? (['soldOut'] as const) : []), ...own]
}

export function Marks({ of, isOn }: { of: Happening; isOn?: boolean }) {
  const { words } = useApp()
  const marks = marksOf(of)
  if (marks.length === 0 && !isOn) return null
  return (
    <p class="marks">
      {isOn && <strong class="mark now">{words.when.now} </strong>}
      {marks.map((mark) => (
        <strong key={mark} class={`mark ${mark}`}>
          {words.marks[mark]}{' '}
        </strong>
      ))}
    </p>
  )
}

export const isOff = ({ status }: Happening): boolean =>
  status === 'cancelled' || status === 'postponed'

/** `day` is the one whose heading stands above. */
export function Row({ of, day }: { of: Happening; day: string }) {
  const { now, language, words } = useApp()
  const there = thereOf(of, language, words)
  const isPast = Date.parse(of.endsAt) <= now
  const isOn = Date.parse(of.startsAt) <= now && !isPast && !isOff(of) && !isDay(of)
  const classes = ['row', isPast && 'past', isOff(of) && 'off', of.hidden && 'put-away']
  const title = of.status === 'cancelled' ? <s>{of.title}</s> : of.title
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      <Clock of={of} day={day} />
      <div>
        <Marks of={of} isOn={isOn} />
        <a class="title" href={toEvent(of.uid, of.recurrenceId)}>
          <bdi>{title}</bdi>
        </a>
        {isDay(of) && lastDay(of) > day && (
          <p class="soft">{words.when.until(shortDayText(lastDay(of), language))}</p>
        )}
        {of.location && <p class="soft">{of.location}</p>}
        {there && <p class="soft">{there}</p>}
        {of.status === 'cancelled' && <Reason of={of} />}
        {of.memo && (
          <p class="memo">
            <span class="aloud">{words.week.memo}: </span>
            {of.memo}
          </p>
        )}
      </div>
    </li>
  )
}

function Clock({ of, day }: { of: Happening; day: string }) {
  const { language, words } = useApp()
  const end = endOf(of, language)
  return (
    <div class="clock">
      {(isDay(of) || firstDay(of) === day) && (
        <time dateTime={datetimeOf(of)} class={isDay(of) ? 'wordy' : undefined}>
          {clockOf(of, language, words)}
        </time>
      )}
      {end && <small>–{end}</small>}
    </div>
  )
}

/** Why it is cancelled, which only the event itself knows. */
function Reason({ of }: { of: Happening }) {
  const { engine, words } = useApp()
  const { uid, recurrenceId } = of
  const event = useKept(`event ${uid} ${recurrenceId}`, () => engine.event(uid, recurrenceId))
  return event?.reason ? (
    <p class="soft">
      {words.week.reason}: {event.reason}
    </p>
  ) : null
}
