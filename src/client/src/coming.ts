// Calls that the description does not have yet, by hand and as they are agreed.

import type { components } from './api.ts'

interface Problems {
  400: Failing
  404: Failing
  410: Failing
}
interface Failing {
  content: { 'application/problem+json': components['schemas']['Problem'] }
}
interface Answering<T> {
  content: { 'application/json': T }
}
interface Path<P = { token: string }> {
  path: P
}

export interface Reminder {
  at: string
  key: string
  kind: 'before' | 'day' | 'allDay' | 'tickets'
  minutes: number | null
  uid: string
  recurrenceId: string | null
  calendar: string
  title: string
  body: string
  startsAt: string
  allDay: boolean
  timeTbd: boolean
  timezone: string
  url: string
}

export interface Rules {
  minutes: number[]
  daysBefore: { days: number; at: string }[]
  allDay: { days: number; at: string }[]
  tickets: number[]
  quiet: { from: string; to: string } | null
  changes: boolean
}

export interface Channel {
  id: string
  host: string
  label: string | null
  createdAt: string
  lastSentAt: string | null
}

interface Range {
  from?: string
  to?: string
  limit?: number
}

export interface coming {
  '/v1/subscriptions/{token}/reminders': {
    get: {
      parameters: Path & { query?: Range & { cursor?: string } }
      responses: Problems & { 200: Answering<{ reminders: Reminder[]; next?: string }> }
    }
  }
  '/v1/subscriptions/{token}/push': {
    get: {
      parameters: Path
      responses: Problems & { 200: Answering<{ publicKey: string; channels: Channel[] }> }
    }
    post: {
      parameters: Path
      requestBody: Answering<{
        endpoint: string
        keys: { p256dh: string; auth: string }
        label?: string
        language?: string
      }>
      responses: Problems & { 201: Answering<Channel> }
    }
  }
  '/v1/subscriptions/{token}/push/{id}': {
    delete: {
      parameters: Path<{ token: string; id: string }>
      responses: Problems & { 204: { content?: never } }
    }
  }
  '/v1/subscriptions/{token}/push/{id}/test': {
    post: {
      parameters: Path<{ token: string; id: string }>
      responses: Problems & { 202: { content?: never } }
    }
  }
}
