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

export interface Channel {
  id: string
  host: string
  label: string | null
  language: 'ko' | 'en'
  createdAt: string
  lastSentAt: string | null
}

export interface coming {
  '/v1/subscriptions/{token}/push': {
    get: {
      parameters: Path
      responses: Problems & { 200: Answering<{ publicKey: string; channels: Channel[] }> }
    }
    post: {
      parameters: Path
      requestBody: Answering<{
        endpoint: string
        expirationTime?: number | null
        keys: { p256dh: string; auth: string }
        label?: string | null
        language?: 'ko' | 'en' | null
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
