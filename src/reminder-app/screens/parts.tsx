// Small things that several screens are made of.

import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useApp } from './app.ts'
import { scrollOfArrival } from './navigation.ts'

/** False until the first screen was shown: nobody navigated there. */
let hasArrived = false

/** A screen's heading: takes the focus when the screen is come to, so that it is read aloud. */
export function Title({ text, children }: { text: string; children?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (hasArrived) {
      heading.current?.focus({ preventScroll: true })
      scrollTo(0, scrollOfArrival())
    }
    hasArrived = true
  }, [])
  useLayoutEffect(() => {
    document.title = `${text} · Kalends`
  }, [text])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? text}
    </h1>
  )
}

interface FieldProps {
  label: string
  /** Where a heading says it already. */
  isSaid?: boolean
  hint?: string
  wrong?: string | null
  children: (names: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
  }) => ComponentChildren
}

/** A control with its label, its hint and what is wrong with it. */
export function Field({ label, isSaid, hint, wrong, children }: FieldProps) {
  const id = useId()
  const said = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id} class={isSaid ? 'aloud' : undefined}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': said || undefined, 'aria-invalid': Boolean(wrong) })}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

/** An address that is read only, and copied. */
export function Address({ label, address }: { label: string; address: string }) {
  const { words, say } = useApp()
  const id = useId()
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => say({ text: words.copied }),
      () => say({ text: words.notCopied }),
    )
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="beside">
        <input
          id={id}
          readOnly
          value={address}
          dir="ltr"
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" onClick={() => void copy()}>
          {words.copy}
        </button>
      </div>
    </div>
  )
}

interface ChipProps {
  on: boolean
  onPress: () => void
  children: ComponentChildren
  disabled?: boolean
}

/** One of several things that may be on. */
export const Chip = ({ on, onPress, children, disabled }: ChipProps) => (
  <button type="button" class="chip" aria-pressed={on} onClick={onPress} disabled={disabled}>
    {children}
  </button>
)

/** A number of minutes of one's own. */
export function OwnMinutes({ label, onAdd }: { label: string; onAdd: (minutes: number) => void }) {
  const { words } = useApp()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const add = (event: Event) => {
    event.preventDefault()
    const minutes = Number(text)
    if (!/^\d+$/.test(text.trim()) || minutes > MAX_MINUTES) return setWrong(words.event.ownWrong)
    setWrong(null)
    setText('')
    onAdd(minutes)
  }
  return (
    <form onSubmit={add} class="own">
      <Field label={label} wrong={wrong}>
        {(names) => (
          <div class="beside">
            <input
              {...names}
              inputMode="numeric"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button type="submit">{words.addOne}</button>
          </div>
        )}
      </Field>
    </form>
  )
}

/** Four weeks, as the server takes them. */
const MAX_MINUTES = 40_320
/** Of one event, as the server takes them. */
export const MAX_ALARMS = 5
