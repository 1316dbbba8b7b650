// Finding a calendar by search, or opening a link: what the welcome and “add” share.

import { useEffect, useState } from 'preact/hooks'
import type { FoundCalendar } from '../engine.ts'
import { useApp, useDoing, wordsOf } from './app.ts'
import { useAsked } from './kept.ts'
import { Field } from './parts.tsx'

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 250

export function Find() {
  const { engine, state, words } = useApp()
  const [text, setText] = useState('')
  const settled = useSettled(text.trim())
  const { value, failed } = useAsked(`search ${settled} ${state.online}`, () =>
    engine.search(settled),
  )
  const found = value ?? []
  const isAsked = settled !== '' && value !== undefined
  return (
    <search>
      <Field label={words.add.search} hint={words.add.hint}>
        {(names) => (
          <input
            {...names}
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <p role="status" class="soft">
        {failed !== undefined && (state.online ? wordsOf(failed, words) : words.add.offline)}
        {settled === '' && found.length > 0 && words.add.some}
        {isAsked && (found.length > 0 ? words.add.found(found.length) : words.add.nothing)}
      </p>
      <ul class="rows found">
        {found.map((each) => (
          <Found key={each.calendar} of={each} />
        ))}
      </ul>
    </search>
  )
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function Found({ of }: { of: FoundCalendar }) {
  const { engine, words } = useApp()
  const act = useDoing()
  const [followed, setFollowed] = useState(of.followed)
  const [isBusy, setIsBusy] = useState(false)
  const { name, partnerName, calendar } = of
  const follow = async () => {
    setIsBusy(true)
    const undo = async () => {
      await engine.unfollow(calendar)
      setFollowed(false)
    }
    const done = { text: words.add.following(name), undo }
    if (await act(() => engine.follow(calendar), done)) setFollowed(true)
    setIsBusy(false)
  }
  return (
    <li class="card-row">
      <div>
        <strong>{name}</strong>
        <p class="soft">{partnerName}</p>
      </div>
      <button
        type="button"
        class={followed ? 'quiet' : 'main'}
        disabled={followed || isBusy}
        aria-label={followed ? undefined : words.add.followLabel(name)}
        onClick={() => void follow()}
      >
        {followed ? words.add.followed : words.add.follow}
      </button>
    </li>
  )
}

/** A subscribe link, a personal link or a calendar's page. */
export function OpenLink({ link = '', onOpened }: { link?: string; onOpened: () => void }) {
  const { engine, words } = useApp()
  const [text, setText] = useState(link)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const open = async (event: Event) => {
    event.preventDefault()
    if (!text.trim()) return setWrong(words.add.empty)
    setIsBusy(true)
    await engine.openLink(text.trim()).then(onOpened, (error: unknown) => {
      setWrong(error instanceof Error && error.message ? error.message : words.failed)
    })
    setIsBusy(false)
  }
  return (
    <form onSubmit={(event) => void open(event)} noValidate>
      <Field label={words.add.linkLabel} hint={words.add.linkHint} wrong={wrong}>
        {(names) => (
          <div class="beside">
            <input
              {...names}
              type="url"
              dir="ltr"
              autocomplete="off"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <button type="submit" disabled={isBusy}>
              {words.add.open}
            </button>
          </div>
        )}
      </Field>
    </form>
  )
}
