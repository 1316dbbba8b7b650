// Hiding an event, all of a series or one of its days, and showing it again.

import type { EventDetail } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { useKept } from './kept.ts'

export function Hiding({ event }: { event: EventDetail }) {
  const { engine, words } = useApp()
  const { uid, recurrenceId, series, hidden } = event
  const whole = useKept(
    `whole ${uid}`,
    async () => (await engine.event(uid, null))?.hidden ?? false,
  )
  const allHidden = hidden && (!series || whole !== false)
  const dayHidden = hidden && !allHidden
  return (
    <section>
      <h2>{words.event.hiding}</h2>
      {hidden && <p>{allHidden ? words.event.hidden : words.event.skipped}</p>}
      <p class="doings">
        {series && recurrenceId && !allHidden && (
          <Switch
            isOff={dayHidden}
            label={dayHidden ? words.event.showDay : words.event.hideDay}
            turn={(off) => engine.skip(uid, recurrenceId, off)}
          />
        )}
        <Switch
          isOff={allHidden}
          label={allHidden ? words.event.show : series ? words.event.hideSeries : words.event.hide}
          turn={(off) => engine.hide(uid, off)}
        />
      </p>
    </section>
  )
}

interface SwitchProps {
  isOff: boolean
  label: string
  turn: (off: boolean) => Promise<void>
}

function Switch({ isOff, label, turn }: SwitchProps) {
  const { words } = useApp()
  const act = useDoing()
  const press = () =>
    act(() => turn(!isOff), {
      text: isOff ? words.event.shownDone : words.event.hiddenDone,
      undo: () => turn(isOff),
    })
  return (
    <button type="button" onClick={() => void press()}>
      {label}
    </button>
  )
}
