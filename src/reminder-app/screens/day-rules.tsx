// Reminders some days ahead at a time of day: a list, each taken out by a press, and a form to add one.

import { useState } from 'preact/hooks'
import type { Rules } from '../engine.ts'
import { useApp } from './app.ts'
import { Field, MAX_ALARMS } from './parts.tsx'

type DayRule = Rules['daysBefore'][number]

interface DayRulesProps {
  name: string
  rules: readonly DayRule[]
  /** Days before, at least: all-day events may ring on the day itself. */
  least: number
  onChange: (rules: DayRule[]) => void
}

const DAYS = [0, 1, 2, 3, 7, 14]

export function DayRules({ name, rules, least, onChange }: DayRulesProps) {
  const { words, say } = useApp()
  const told = words.settings.rules
  const textOf = ({ days, at }: DayRule) => `${told.day(days)} ${at}`
  const add = (rule: DayRule) => {
    if (rules.some((each) => textOf(each) === textOf(rule))) return
    if (rules.length >= MAX_ALARMS) return say({ text: told.most })
    onChange([...rules, rule])
  }
  return (
    <fieldset class="rule">
      <legend>{name}</legend>
      {rules.length === 0 && <p class="hint">{told.none}</p>}
      <ul class="taken">
        {rules.map((rule) => (
          <li key={textOf(rule)}>
            <span>{textOf(rule)}</span>
            <button
              type="button"
              class="plain"
              aria-label={told.removeDay(textOf(rule))}
              onClick={() => onChange(rules.filter((each) => each !== rule))}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <AddDay least={least} onAdd={add} />
    </fieldset>
  )
}

function AddDay({ least, onAdd }: { least: number; onAdd: (rule: DayRule) => void }) {
  const { rules } = useApp().words.settings
  const [days, setDays] = useState(1)
  const [at, setAt] = useState('20:00')
  const add = (event: Event) => {
    event.preventDefault()
    if (at) onAdd({ days, at })
  }
  return (
    <form onSubmit={add} class="columns">
      <Field label={rules.which}>
        {(names) => (
          <select
            {...names}
            value={days}
            onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
          >
            {DAYS.filter((each) => each >= least).map((each) => (
              <option key={each} value={each}>
                {rules.day(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={rules.at}>
        {(names) => (
          <input
            {...names}
            type="time"
            required
            value={at}
            onInput={({ currentTarget }) => setAt(currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit">{rules.addDay}</button>
    </form>
  )
}
