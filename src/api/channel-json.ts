// A browser that a personal feed rings in, as JSON: never its whole endpoint, nor its keys.

import { z } from '@hono/zod-openapi'
import type { Channel } from '../storage/push-channels.ts'

export const channelSchema = z
  .object({
    id: z.string(),
    host: z.string().openapi({ description: 'Of the push service; the rest is a secret.' }),
    label: z.string().nullable(),
    language: z.enum(['ko', 'en']),
    createdAt: z.string(),
    lastSentAt: z.string().nullable(),
  })
  .openapi('PushChannel')

export const channelJson = (channel: Channel): z.infer<typeof channelSchema> => ({
  ...{ id: channel.name, host: new URL(channel.endpoint).host, label: channel.label },
  ...{ language: channel.language, createdAt: channel.createdAt },
  lastSentAt: channel.lastSentAt,
})
