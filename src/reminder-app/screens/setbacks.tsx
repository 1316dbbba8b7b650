// What was changed and did not stay, where it was changed: in place of it stands something else, and one
// press decides.

import type { Deed, Setback } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { dayText } from './dates.ts'
import { useKept } from './kept.ts'
import { toEvent } from './route.ts'
import type { AllWords, Language } from './words.ts'

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

function deedText(of: Deed, language: Language, { setbacks, event, settings }: AllWords): string {
  if (of.kind === 'hidden') return of.value ? setbacks.hidden : setbacks.shown
  if (of.kind === 'skipped') {
    const day = dayText(of.day, language)
    return `${day}: ${of.value ? setbacks.hidden : setbacks.shown}`
  }
  if (of.kind === 'followed') return setbacks.followed(of.calendar, of.value)
  if (of.kind === 'memo')
    return `${event.memo}: ${of.value === null ? event.nothing : `“${of.value}”`}`
  if (of.kind === 'rule') return `${settings.rules.title} ${ruleName(of.name, settings.rules)}`
  const minutes = of.value?.map(event.minutes).join(', ') || event.alarmsNone
  return `${event.alarms}: ${of.value === null ? event.asRules : minutes}`
}

const ruleName = (
  name: Extract<Deed, { kind: 'rule' }>['name'],
  rules: AllWords['settings']['rules'],
): string => rules[name]
