// When reminders ring, in plain words; each change is kept at once.

import type { Rules } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { DayRules } from './day-rules.tsx'
import { Chip, Field, MAX_ALARMS, OwnMinutes } from './parts.tsx'

const USUAL_MINUTES = [10, 30, 60, 120, 1440]
const USUAL_TICKETS = [0, 10, 60, 1440]
const USUAL_QUIET = { from: '23:00', to: '07:00' }

export function RulesForm({ rules }: { rules: Rules }) {
  const { engine, words } = useApp()
  const act = useDoing()
  const told = words.settings.rules
  const change = (part: Partial<Rules>) =>
    void act(() => engine.changeRules({ ...rules, ...part }), {
      text: words.settings.saved,
      undo: () => engine.changeRules(rules),
    })
  return (
    <section>
      <h2>{told.title}</h2>
      <MinuteRules
        {...{ name: told.minutes, usual: USUAL_MINUTES, minutes: rules.minutes }}
        onChange={(minutes) => change({ minutes })}
      />
      <DayRules
        {...{ name: told.daysBefore, rules: rules.daysBefore, least: 1 }}
        onChange={(daysBefore) => change({ daysBefore })}
      />
      <DayRules
        {...{ name: told.allDay, rules: rules.allDay, least: 0 }}
        onChange={(allDay) => change({ allDay })}
      />
      <MinuteRules
        {...{ name: told.tickets, usual: USUAL_TICKETS, minutes: rules.tickets }}
        onChange={(tickets) => change({ tickets })}
      />
      <Quiet quiet={rules.quiet} onChange={(quiet) => change({ quiet })} />
      <label class="check">
        <input
          type="checkbox"
          checked={rules.changes}
          onChange={() => change({ changes: !rules.changes })}
        />
        {told.changes}
      </label>
    </section>
  )
}

interface MinutesProps {
  name: string
  usual: readonly number[]
  minutes: readonly number[]
  onChange: (minutes: number[]) => void
}

function MinuteRules({ name, usual, minutes, onChange }: MinutesProps) {
  const { words, say } = useApp()
  const { rules } = words.settings
  const set = (chosen: readonly number[]) => {
    if (chosen.length > MAX_ALARMS) return say({ text: rules.most })
    onChange([...new Set(chosen)].sort((one, other) => one - other))
  }
  const toggle = (each: number) =>
    set(minutes.includes(each) ? minutes.filter((other) => other !== each) : [...minutes, each])
  const choices = [...new Set([...usual, ...minutes])].sort((one, other) => one - other)
  return (
    <fieldset class="rule">
      <legend>{name}</legend>
      <div class="chips">
        {choices.map((each) => (
          <Chip key={each} on={minutes.includes(each)} onPress={() => toggle(each)}>
            {rules.minute(each)}
          </Chip>
        ))}
      </div>
      {minutes.length === 0 && <p class="hint">{rules.none}</p>}
      <OwnMinutes label={rules.own} onAdd={(each) => set([...minutes, each])} />
    </fieldset>
  )
}

interface QuietProps {
  quiet: Rules['quiet']
  onChange: (quiet: Rules['quiet']) => void
}

function Quiet({ quiet, onChange }: QuietProps) {
  const { rules } = useApp().words.settings
  const time = (name: 'from' | 'to', at: NonNullable<Rules['quiet']>) => (
    <Field label={rules[name]}>
      {(names) => (
        <input
          {...names}
          type="time"
          required
          value={at[name]}
          onChange={({ currentTarget: { value } }) =>
            value && value !== at[name] && onChange({ ...at, [name]: value })
          }
        />
      )}
    </Field>
  )
  return (
    <fieldset class="rule">
      <legend class="aloud">{rules.quiet}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={() => onChange(quiet ? null : USUAL_QUIET)}
        />
        {rules.quiet}
      </label>
      {quiet && (
        <div class="columns">
          {time('from', quiet)}
          {time('to', quiet)}
        </div>
      )}
      {quiet && <p class="hint">{rules.quietHint}</p>}
    </fieldset>
  )
}
