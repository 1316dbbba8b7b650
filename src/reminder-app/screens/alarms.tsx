// When one event rings: as the settings have it, or minutes of its own.

import type { EventDetail } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { eveningBefore, isDay } from './happening-time.ts'
import { useKept } from './kept.ts'
import { Chip, MAX_ALARMS, OwnMinutes } from './parts.tsx'

const USUAL = [10, 30, 60, 120]

export function Alarms({ event }: { event: EventDetail }) {
  const { words } = useApp()
  return (
    <section>
      <h2>{words.event.alarms}</h2>
      {isDay(event) ? <p class="soft">{words.event.noClock}</p> : <Choices event={event} />}
    </section>
  )
}

function Choices({ event }: { event: EventDetail }) {
  const { engine, words, say } = useApp()
  const act = useDoing()
  const rules = useKept('rules', () => engine.rules())
  const { uid, alarms } = event
  const asRules = rules !== undefined && isSame(rules.minutes, alarms)
  const own = asRules ? [] : alarms
  const evening = eveningBefore(event)
  const named = (minutes: number) =>
    minutes === evening ? words.event.evening : words.event.minutes(minutes)
  const list = (minutes: readonly number[]) =>
    minutes.map(named).join(', ') || words.event.alarmsNone
  const set = (minutes: number[] | null) => {
    if (minutes && minutes.length > MAX_ALARMS) return say({ text: words.event.alarmsMost })
    const text = minutes ? list(minutes) : words.event.asRules
    const undo = () => engine.alarms(uid, asRules ? null : alarms)
    void act(() => engine.alarms(uid, minutes), { text: words.event.alarmsSaved(text), undo })
  }
  const toggle = (minutes: number) =>
    set(own.includes(minutes) ? own.filter((each) => each !== minutes) : [...own, minutes])
  const choices = [...new Set([...USUAL, evening, ...own])].sort((one, other) => one - other)
  return (
    <>
      <fieldset class="chips">
        <legend class="aloud">{words.event.alarmChoices}</legend>
        <Chip on={asRules} onPress={() => set(null)}>
          {words.event.asRules}
          {rules && <small> ({list(rules.minutes)})</small>}
        </Chip>
        <Chip on={!asRules && own.length === 0} onPress={() => set([])}>
          {words.event.alarmsNone}
        </Chip>
        {choices.map((minutes) => (
          <Chip key={minutes} on={own.includes(minutes)} onPress={() => toggle(minutes)}>
            {named(minutes)}
          </Chip>
        ))}
      </fieldset>
      <OwnMinutes
        label={words.event.own}
        onAdd={(minutes) => set([...new Set([...own, minutes])])}
      />
    </>
  )
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((minutes) => others.includes(minutes))
