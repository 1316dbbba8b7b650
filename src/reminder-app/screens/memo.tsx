// A memo on one event: saved by its button, or by leaving; undone by one press.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { EventDetail } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { Field } from './parts.tsx'

/** As the server takes it. */
const MAX_MEMO_UNITS = 1000

export function Memo({ event: { uid, memo } }: { event: EventDetail }) {
  const { engine, words } = useApp()
  const act = useDoing()
  const [text, setText] = useState(memo ?? '')
  const [other, setOther] = useState<string | null>(null)
  const last = useRef(memo)
  if (last.current !== memo) {
    // Changed elsewhere. Where nobody wrote here it is shown, so that leaving does not put the old one back.
    if (text.trim() === (last.current ?? '')) setText(memo ?? '')
    else if (text.trim() !== memo) setOther(memo)
    last.current = memo
  }
  const isChanged = text.trim() !== (memo ?? '')
  const save = async () => {
    const written = text.trim() || null
    setOther(null)
    await act(() => engine.memo(uid, written), {
      text: written ? words.event.memoSaved : words.event.memoGone,
      undo: async () => {
        await engine.memo(uid, memo)
        setText(memo ?? '')
      },
    })
  }
  useLeaving(() => isChanged && save())
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{words.event.memo}</h2>
      <Field label={words.event.memo} isSaid hint={words.event.memoHint}>
        {(names) => (
          <textarea
            {...names}
            rows={3}
            maxLength={MAX_MEMO_UNITS}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {other && <p class="note written">{words.event.memoOther(other)}</p>}
      <button type="submit" class={isChanged ? 'main' : undefined} disabled={!isChanged}>
        {words.event.save}
      </button>
    </form>
  )
}

function useLeaving(leave: () => unknown): void {
  const last = useRef(leave)
  last.current = leave
  useEffect(() => () => void last.current(), [])
}
