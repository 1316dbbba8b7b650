// The calendars that are followed, each with what comes next, and the way into the phone's calendar.

import type { FollowedCalendar } from '../engine.ts'
import { useApp, useDoing } from './app.ts'
import { whenText } from './happening-time.ts'
import { useKept } from './kept.ts'
import { Address, Title } from './parts.tsx'
import { toEvent } from './route.ts'
import { Setbacks } from './setbacks.tsx'

export function CalendarsScreen() {
  const { engine, words } = useApp()
  const followed = useKept('calendars', () => engine.calendars())
  return (
    <>
      <Title text={words.calendars.title} />
      <Setbacks about={({ kind }) => kind === 'followed'} />
      {followed?.length === 0 && <p class="soft">{words.calendars.none}</p>}
      <ul class="rows">
        {(followed ?? []).map((each) => (
          <Followed key={each.calendar} of={each} />
        ))}
      </ul>
      <p>
        <a class="button" href="#/add">
          {words.calendars.add}
        </a>
      </p>
      <PhoneLinks />
    </>
  )
}

function Followed({ of }: { of: FollowedCalendar }) {
  const { engine, language, words } = useApp()
  const act = useDoing()
  const { name, partnerName, next, calendar } = of
  const unfollow = () =>
    act(() => engine.unfollow(calendar), {
      text: words.calendars.unfollowed(name),
      undo: () => engine.follow(calendar),
    })
  return (
    <li class="card-row">
      <div>
        <h2>{name}</h2>
        <p class="soft">{partnerName}</p>
        <p class="soft">
          {next
            ? `${words.calendars.next}: ${whenText(next, language, words)}`
            : words.calendars.nothingNext}
        </p>
        {next && <a href={toEvent(next.uid, next.recurrenceId)}>{next.title}</a>}
        <p>
          <a class="soft" href={`/${calendar}/report`}>
            {words.calendars.missing}
          </a>
        </p>
      </div>
      <button
        type="button"
        class="quiet"
        aria-label={words.calendars.unfollowLabel(name)}
        onClick={() => void unfollow()}
      >
        {words.calendars.unfollow}
      </button>
    </li>
  )
}

function PhoneLinks() {
  const { engine, words } = useApp()
  const links = useKept('links', () => engine.links())
  if (!links) return null
  return (
    <section id="phone">
      <h2>{words.calendars.phone}</h2>
      <p>{words.calendars.phoneIntro}</p>
      <p>
        <a class="button second" href={links.webcalUrl}>
          {words.calendars.open}
        </a>
      </p>
      <Address label={words.calendars.address} address={links.feedUrl} />
      <p class="hint">{words.calendars.google}</p>
      <p class="hint">{words.calendars.secret}</p>
      <p>
        <a href="#/settings">{words.settings.phone.title}</a>
      </p>
    </section>
  )
}
