// One event: when and where, what one wrote to it and when it rings, hiding it, and what became of it.

import type { ComponentChildren } from 'preact'
import type { EventDetail } from '../engine.ts'
import { Alarms } from './alarms.tsx'
import { useApp } from './app.ts'
import { momentText } from './dates.ts'
import { thereOf, whenText } from './happening-time.ts'
import { Hiding } from './hiding.tsx'
import { History } from './history.tsx'
import { useKept } from './kept.ts'
import { Memo } from './memo.tsx'
import { goBack } from './navigation.ts'
import { Title } from './parts.tsx'
import { toReport } from './route.ts'
import { Marks } from './row.tsx'
import { Setbacks } from './setbacks.tsx'

interface Place {
  uid: string
  recurrenceId: string | null
}

export function EventScreen({ uid, recurrenceId }: Place) {
  const { engine, words } = useApp()
  const read = async () => ({ event: await engine.event(uid, recurrenceId) })
  const kept = useKept(`event-screen ${uid} ${recurrenceId}`, read)
  if (!kept) return <p class="soft">{words.loading}</p>
  return (
    <>
      <Back />
      {kept.event ? (
        <Told event={kept.event} />
      ) : (
        <>
          <Title text={words.event.missing} />
          <Setbacks about={(deed) => 'uid' in deed && deed.uid === uid} />
          <History uid={uid} revision={0} />
        </>
      )}
    </>
  )
}

export function Back({ to = '#/' }: { to?: string }) {
  const { words } = useApp()
  const back = (event: Event) => {
    event.preventDefault()
    goBack(to)
  }
  return (
    <p class="back">
      <a href={to} onClick={back}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M15 5l-7 7 7 7" />
        </svg>
        {words.back}
      </a>
    </p>
  )
}

function Told({ event }: { event: EventDetail }) {
  const { words } = useApp()
  const { status, reason } = event
  const isCancelled = status === 'cancelled'
  return (
    <>
      <Title text={event.title}>
        <bdi>{isCancelled ? <s>{event.title}</s> : event.title}</bdi>
      </Title>
      <Marks of={event} />
      <Setbacks about={(deed) => 'uid' in deed && deed.uid === event.uid} />
      {status !== 'ended' && words.event.status[status] && (
        <p class="note">
          {words.event.status[status]} {reason && words.event.reason(reason)}
        </p>
      )}
      <Facts event={event} />
      <Memo key={event.uid} event={event} />
      <Alarms event={event} />
      <Hiding event={event} />
      <History uid={event.uid} revision={event.revision} />
      <p class="further">
        <a href={toReport(event.uid, event.recurrenceId)}>{words.event.reportLink}</a>
        <a href={event.page}>{words.event.page}</a>
      </p>
    </>
  )
}

function Facts({ event }: { event: EventDetail }) {
  const { language, words } = useApp()
  const there = thereOf(event, language, words)
  return (
    <dl class="facts">
      <Fact name={words.event.when}>
        <p class="when">{whenText(event, language, words)}</p>
        {there && <p class="soft">{there}</p>}
        {event.timeTbd && <p class="soft">{words.event.tbd}</p>}
        {event.series && <p class="soft">{words.event.series}</p>}
      </Fact>
      {(event.location || event.address) && (
        <Fact name={words.event.where}>
          {event.location && <p>{event.location}</p>}
          {event.address && <p class="soft">{event.address}</p>}
          <p>
            <a href={mapOf(event, language)} rel="noreferrer" target="_blank">
              {words.event.map}
            </a>
          </p>
        </Fact>
      )}
      {event.result && <Fact name={words.event.result}>{event.result}</Fact>}
      {event.ticketOpensAt && (
        <Fact name={words.event.tickets}>{momentText(event.ticketOpensAt, language)}</Fact>
      )}
      {event.links.length > 0 && <Links links={event.links} names={words.event.linkNames} />}
      {event.description && (
        <Fact name={words.event.about}>
          <p class="written">{event.description}</p>
        </Fact>
      )}
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Links = ({
  links,
  names,
}: {
  links: EventDetail['links']
  names: Record<string, string>
}) => (
  <Fact name={useApp().words.event.links}>
    <ul class="links">
      {links.map(({ label, url }) => (
        <li key={url}>
          <a href={url} rel="noreferrer" target="_blank">
            {names[label] ?? label}
          </a>
        </li>
      ))}
    </ul>
  </Fact>
)

/** A link alone: nothing is asked of a map before somebody wants one. */
function mapOf({ location, address }: EventDetail, language: string): string {
  const place = encodeURIComponent(address ?? location ?? '')
  return language === 'ko'
    ? `https://map.kakao.com/link/search/${place}`
    : `https://www.google.com/maps/search/?api=1&query=${place}`
}
