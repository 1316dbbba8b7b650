// What became of an event, in sentences: “18:30 → 14:00, 3 November”.

import type { HistoryEntry } from '../engine.ts'
import { useApp } from './app.ts'
import { dateOf, momentText, shortDayText } from './dates.ts'
import { sentencesOf } from './history-words.ts'
import { useAsked } from './kept.ts'

export function History({ uid, revision }: { uid: string; revision: number }) {
  const { engine, state, words } = useApp()
  const { value, failed } = useAsked(`history ${uid} ${revision} ${state.online}`, () =>
    engine.history(uid),
  )
  const isUnknown = value === null || failed !== undefined
  return (
    <section>
      <h2>{words.event.history}</h2>
      {value === undefined && !isUnknown && <p class="soft">{words.loading}</p>}
      {isUnknown && <p class="soft">{words.event.historyNone}</p>}
      {value && (
        <>
          {value.length <= 1 && <p class="soft">{words.event.historyEmpty}</p>}
          <ol class="history">
            {value.map((entry) => (
              <Entry key={entry.revision} of={entry} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Entry({ of }: { of: HistoryEntry }) {
  const { language, words } = useApp()
  const day = shortDayText(dateOf(of.at), language)
  return (
    <li>
      <p class="marks">
        <strong class={`mark ${of.what}`}>{words.event.what[of.what]}</strong>{' '}
        <time class="soft" dateTime={of.at} title={momentText(of.at, language)}>
          {day}
        </time>
      </p>
      {of.what !== 'new' &&
        sentencesOf(of, language, words).map((text) => <p key={text}>{text}</p>)}
      {of.reason && <p class="soft">{words.event.reason(of.reason)}</p>}
    </li>
  )
}
