// Telling the calendar's keepers that something is wrong: filled in with what is published now.

import { useState } from 'preact/hooks'
import type { EventDetail, ReportWish } from '../engine.ts'
import { useApp, wordsOf } from './app.ts'
import { zoneName } from './dates.ts'
import { Back } from './event.tsx'
import { isDay, whenText } from './happening-time.ts'
import { useKept } from './kept.ts'
import { Address, Field, Title } from './parts.tsx'
import { type Entered, enteredOf, KINDS, type Wrong, wishOf } from './report-wish.ts'
import { toEvent } from './route.ts'

interface Place {
  uid: string
  recurrenceId: string | null
}

type Receipt = Awaited<ReturnType<ReturnType<typeof useApp>['engine']['report']>>

export function ReportScreen({ uid, recurrenceId }: Place) {
  const { engine, language, words } = useApp()
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const read = async () => ({ event: await engine.event(uid, recurrenceId) })
  const kept = useKept(`event-screen ${uid} ${recurrenceId}`, read)
  if (!kept) return <p class="soft">{words.loading}</p>
  const { event } = kept
  if (!event) return <Title text={words.event.missing} />
  if (receipt) return <Thanks receipt={receipt} to={toEvent(uid, recurrenceId)} />
  return (
    <>
      <Back to={toEvent(uid, recurrenceId)} />
      <Title text={words.event.report.title} />
      <p>{words.event.report.intro}</p>
      <div class="note">
        <p class="soft">{words.event.report.now}</p>
        <p>
          <strong>{event.title}</strong>
          <br />
          {whenText(event, language, words)}
        </p>
      </div>
      <Form event={event} onSent={setReceipt} />
    </>
  )
}

function Form({ event, onSent }: { event: EventDetail; onSent: (receipt: Receipt) => void }) {
  const { engine, state, words } = useApp()
  const report = words.event.report
  const [entered, setEntered] = useState<Entered>(() => enteredOf(event))
  const [wrong, setWrong] = useState<Wrong>({})
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const change = (part: Partial<Entered>) => setEntered({ ...entered, ...part })
  const send = async (wish: ReportWish) => {
    setIsBusy(true)
    await engine.report(wish).then(onSent, (error) => setTrouble(wordsOf(error, words)))
    setIsBusy(false)
  }
  const submit = (submitted: Event) => {
    submitted.preventDefault()
    const { wish, wrong: found } = wishOf(entered, event)
    setWrong(found)
    setTrouble(null)
    const form = submitted.currentTarget as HTMLFormElement
    if (wish) void send(wish)
    else
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  return (
    <form onSubmit={submit} noValidate>
      <Kinds kind={entered.kind} onChoose={(kind) => change({ kind })} />
      {entered.kind === 'time' && <Times {...{ event, entered, wrong, change }} />}
      <Texts {...{ entered, wrong, change }} />
      <p role="alert">{trouble && <strong class="wrong">{trouble}</strong>}</p>
      {!state.online && <p class="note">{report.offline}</p>}
      <button type="submit" class="main wide" disabled={!state.online || isBusy}>
        {isBusy ? report.sending : report.send}
      </button>
    </form>
  )
}

interface KindsProps {
  kind: Entered['kind']
  onChoose: (kind: Entered['kind']) => void
}

function Kinds({ kind, onChoose }: KindsProps) {
  const { report } = useApp().words.event
  return (
    <fieldset class="choices">
      <legend>{report.what}</legend>
      {KINDS.map((each) => (
        <label key={each}>
          <input type="radio" name="kind" checked={kind === each} onChange={() => onChoose(each)} />
          {report.kinds[each]}
        </label>
      ))}
    </fieldset>
  )
}

interface PartProps {
  entered: Entered
  wrong: Wrong
  change: (part: Partial<Entered>) => void
}

function Times({ event, entered, wrong, change }: PartProps & { event: EventDetail }) {
  const { language, words } = useApp()
  const { report } = words.event
  const input = (name: 'date' | 'start' | 'end', type: 'date' | 'time', label: string) => (
    <Field label={label} wrong={wrong[name] && report.wrong[wrong[name]]}>
      {(names) => (
        <input
          {...names}
          type={type}
          value={entered[name]}
          onInput={({ currentTarget }) => change({ [name]: currentTarget.value })}
        />
      )}
    </Field>
  )
  return (
    <div class="columns">
      {input('date', 'date', report.date)}
      {(!event.allDay || event.timeTbd) && input('start', 'time', report.start)}
      {!isDay(event) && input('end', 'time', report.end)}
      {!isDay(event) && <p class="hint">{report.zone(zoneName(event.timezone, language))}</p>}
    </div>
  )
}

function Texts({ entered, wrong, change }: PartProps) {
  const { report } = useApp().words.event
  const label = entered.kind === 'other' ? report.noteNeeded : report.note
  return (
    <>
      <Field label={label} hint={report.noteHint} wrong={wrong.note && report.wrong[wrong.note]}>
        {(names) => (
          <textarea
            {...names}
            rows={3}
            maxLength={1000}
            value={entered.note}
            onInput={({ currentTarget }) => change({ note: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={report.source} wrong={wrong.source && report.wrong[wrong.source]}>
        {(names) => (
          <input
            {...names}
            type="url"
            dir="ltr"
            value={entered.source}
            onInput={({ currentTarget }) => change({ source: currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

function Thanks({ receipt, to }: { receipt: Receipt; to: string }) {
  const { report } = useApp().words.event
  const page = new URL(receipt.page, location.href).href
  return (
    <>
      <Title text={report.thanks} />
      <p>{report.keep}</p>
      <p>
        <a class="button" href={page}>
          {report.receipt}
        </a>
      </p>
      <Address label={report.address} address={page} />
      <p>
        <a href={to}>{report.again}</a>
      </p>
    </>
  )
}
