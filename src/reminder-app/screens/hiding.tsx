// Hiding an event, all of a series or one of its days, and showing it again.

import type { EventDetail } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { addDays, dateOf, dayStart } from './dates.ts'
import { useKept } from './kept.ts'

const AHEAD_DAYS = 366

export function Hiding({ event }: { event: EventDetail }) {
  const { engine, words } = useApp()
  const { uid, recurrenceId, series, hidden } = event
  const isWhole = useWhole(event)
  const allHidden = hidden && isWhole
  const dayHidden = hidden && !isWhole
  const hide = async (off: boolean) => {
    await engine.hide(uid, off)
    if (!off && recurrenceId) await engine.skip(uid, recurrenceId, false)
  }
  const name = series ? words.event.hideSeries : words.event.hide
  return (
    <section>
      <h2>{words.event.hiding}</h2>
      {hidden && <p>{allHidden ? words.event.hidden : words.event.skipped}</p>}
      <p class="doings">
        {series && recurrenceId && !allHidden && (
          <Switch
            {...{ event, isOff: dayHidden }}
            label={dayHidden ? words.event.showDay : words.event.hideDay}
            turn={(off) => engine.skip(uid, recurrenceId, off)}
          />
        )}
        <Switch
          {...{ event, isOff: allHidden, turn: hide }}
          label={allHidden ? words.event.show : name}
        />
      </p>
    </section>
  )
}

/** Whether of a hidden series all is hidden, or this day alone. */
function useWhole({ uid, series, hidden, startsAt }: EventDetail): boolean {
  const { engine } = useApp()
  const day = dateOf(startsAt)
  const shown = useKept(`shown ${uid} ${day} ${hidden}`, async () => {
    if (!series || !hidden) return []
    const ends = [addDays(day, -AHEAD_DAYS), addDays(day, AHEAD_DAYS)]
    const [from = '', to = ''] = ends.map((date) => dayStart(date).toISOString())
    return (await engine.happenings(from, to)).filter((each) => each.uid === uid)
  })
  return !series || shown?.length === 0
}

interface SwitchProps {
  event: EventDetail
  isOff: boolean
  label: string
  turn: (off: boolean) => Promise<void>
}

function Switch({ event: { uid, recurrenceId }, isOff, label, turn }: SwitchProps) {
  const { engine, words, say } = useApp()
  const act = useDoing()
  const press = async () => {
    const text = isOff ? words.event.shownDone : words.event.hiddenDone
    const isDone = await act(() => turn(!isOff), { text, undo: () => turn(isOff) })
    if (!isDone || !isOff) return
    const now = await engine.event(uid, recurrenceId)
    if (now?.hidden) say({ text: words.event.byTeam })
  }
  return (
    <button type="button" onClick={() => void press()}>
      {label}
    </button>
  )
}
