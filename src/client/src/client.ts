// The client: every call of a server, typed, and what is more than a call.

import type { components } from './api.ts'
import { type Calls, callsOf, type Raw, rawClient } from './calls.ts'
import { introduced, type Sending, sender } from './sending.ts'
import type { Open } from './stream.ts'
import { type Calling, type Subscription, subscriptionOf } from './subscription.ts'
import { type SyncPage, syncPages } from './sync.ts'

export interface ClientOptions extends Sending {
  /** `https://kalends.example` */
  server: string
  /** Of the subscription that `subscription()` stands for when it is given none. */
  token?: string
}

type Schemas = components['schemas']

export interface Client extends Calls {
  /** openapi-fetch's own: `{data, error, response}` instead of throwing. */
  readonly raw: Raw
  subscription(token?: string): Subscription
  /** Public delta sync of one calendar, `partner/calendar`. */
  syncCalendar(
    calendar: string,
    since: string | null,
    calling?: Calling,
  ): AsyncGenerator<SyncPage<CalendarChange>, void, void>
}

export type CalendarChange =
  | { type: 'upsert'; event: Schemas['Event'] }
  | { type: 'remove'; uid: string }

export function createClient({ server, token, ...sending }: ClientOptions): Client {
  const raw = rawClient(server, sender(sending))
  const calls = callsOf(raw)
  return {
    ...calls,
    raw,
    subscription(given = token) {
      if (!given) throw new TypeError('subscription(): a token is needed, here or in createClient')
      return subscriptionOf(calls, streamAt(server, given, sending), given)
    },
    syncCalendar(address, since, calling) {
      const [partner = '', calendar = ''] = address.split('/')
      const pageAfter = (token: string | null) => {
        const params = { path: { partner, calendar }, query: token ? { since: token } : {} }
        return calls.get('/v1/calendars/{partner}/{calendar}/changes', { params, ...calling })
      }
      return syncPages<CalendarChange>(pageAfter, since)
    },
  }
}

/** A stream outlasts every time limit, so that it is sent by itself. */
function streamAt(server: string, token: string, sending: Sending): Open {
  const url = `${server.replace(/\/+$/, '')}/v1/subscriptions/${encodeURIComponent(token)}/stream`
  return (lastEventId, signal) => {
    const request = introduced(new Request(url), sending)
    request.headers.set('Accept', 'text/event-stream')
    if (lastEventId) request.headers.set('Last-Event-ID', lastEventId)
    return sending.fetch ? sending.fetch(request, { signal }) : fetch(request, { signal })
  }
}
