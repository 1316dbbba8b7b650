// What is different since its owner last looked; leaving the screen marks it as seen.

import { useEffect, useRef } from 'preact/hooks'
import type { Difference } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { ago, clock, dateOf, dayText, momentText } from './dates.ts'
import { useKept } from './kept.ts'
import { Title } from './parts.tsx'
import { toEvent } from './route.ts'
import { Setbacks } from './setbacks.tsx'

export function ChangesScreen() {
  const { engine, words } = useApp()
  const act = useDoing()
  const differences = useKept('differences', () => engine.differences())
  const count = useRef(0)
  count.current = differences?.length ?? 0
  useEffect(
    () => () => {
      if (count.current > 0) void engine.markSeen().catch(() => {})
    },
    [engine],
  )
  if (!differences) return <Title text={words.changes.title} />
  if (differences.length === 0)
    return (
      <>
        <Title text={words.changes.title} />
        <Setbacks about={null} />
        <p class="soft">{words.changes.none}</p>
      </>
    )
  const seen = () => act(() => engine.markSeen(), { text: words.changes.marked })
  return (
    <>
      <Title text={words.changes.title} />
      <Setbacks about={null} />
      <p>
        {words.changes.intro} <span class="soft">{words.changes.leaving}</span>
      </p>
      <ul class="rows">
        {differences.map((each) => (
          <Changed key={`${each.uid} ${each.at}`} of={each} />
        ))}
      </ul>
      <p>
        <button type="button" onClick={() => void seen()}>
          {words.changes.seen}
        </button>
      </p>
    </>
  )
}

function Changed({ of }: { of: Difference }) {
  const { language, words, now } = useApp()
  const title = of.what === 'cancelled' ? <s>{of.title}</s> : of.title
  const renamed = of.before && of.after && of.before.title !== of.after.title
  return (
    <li class="change">
      <p class="marks">
        <strong class={`mark ${of.what}`}>{words.changes.what[of.what]}</strong>{' '}
        <span class="soft">{ago(of.at, language, now)}</span>
      </p>
      {of.what === 'removed' ? (
        <strong class="title">{title}</strong>
      ) : (
        <a class="title" href={toEvent(of.uid, null)}>
          <bdi>{title}</bdi>
        </a>
      )}
      {renamed && <Pair before={of.before?.title ?? ''} after={of.after?.title ?? ''} />}
      <Times of={of} />
    </li>
  )
}

function Times({ of: { before, after } }: { of: Difference }) {
  const { language } = useApp()
  const [from, to] = [before?.startsAt, after?.startsAt]
  const only = to ?? from
  if (!from || !to || from === to)
    return only ? <p class="soft">{momentText(only, language)}</p> : null
  if (dateOf(from) !== dateOf(to))
    return <Pair before={momentText(from, language)} after={momentText(to, language)} />
  return (
    <>
      <p class="soft">{dayText(dateOf(to), language)}</p>
      <Pair before={clock(from, language)} after={clock(to, language)} />
    </>
  )
}

export function Pair({ before, after }: { before: string; after: string }) {
  const { words } = useApp()
  return (
    <p class="pair">
      <span class="aloud">{words.changes.before} </span>
      <del>{before}</del> <span aria-hidden="true">→</span>{' '}
      <span class="aloud">{words.changes.after} </span>
      <ins>{after}</ins>
    </p>
  )
}
