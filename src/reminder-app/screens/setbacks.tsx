// What was changed and did not stay, where it was changed: in place of it stands something else, and one
// press decides.

import type { Deed, Setback } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { deedText } from './deed-words.ts'
import { useKept } from './kept.ts'
import { toEvent } from './route.ts'

/** `about`: null for all of them, each with the event it is about. */
export function Setbacks({ about }: { about: ((deed: Deed) => boolean) | null }) {
  const { engine, words } = useApp()
  const all = useKept('setbacks', () => engine.setbacks()) ?? []
  const shown = about ? all.filter(({ of }) => about(of)) : all
  if (shown.length === 0) return null
  return (
    <section class="setbacks" aria-label={words.setbacks.title}>
      {!about && <h2>{words.setbacks.title}</h2>}
      <ul>
        {shown.map((each) => (
          <Told key={each.id} of={each} isApart={about === null} />
        ))}
      </ul>
    </section>
  )
}

function Told({ of: setback, isApart }: { of: Setback; isApart: boolean }) {
  const { engine, language, words } = useApp()
  const act = useDoing()
  const { id, why, of, title, message } = setback
  const { setbacks } = words
  const answer = (isWanted: boolean) => () => void act(() => engine.answerSetback(id, isWanted))
  return (
    <li class="note">
      {isApart && 'uid' in of && title && (
        <p>
          <a class="title" href={toEvent(of.uid, null)}>
            <bdi>{title}</bdi>
          </a>
        </p>
      )}
      <p>
        {setbacks.why[why]} {message}
      </p>
      <p class="written">
        <strong>{deedText(of, language, words)}</strong>
      </p>
      <p class="doings">
        <button type="button" onClick={answer(true)}>
          {setbacks.again[why]}
        </button>
        <button type="button" class="quiet" onClick={answer(false)}>
          {setbacks.leave}
        </button>
      </p>
    </li>
  )
}
