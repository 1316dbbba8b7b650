// A person as JSON: the name in the history, and the role.

import { z } from '@hono/zod-openapi'
import { ROLES } from '../../storage/keys.ts'

export const label = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u)
  .refine((name) => !/^(?:operator$|source:)/i.test(name), 'Not “operator” and not “source: …”.')
  .openapi({ pattern: '^\\P{Cc}*$', description: 'Names the author in the history.' })

export const role = z
  .enum(ROLES)
  .openapi({ description: 'Viewers read, editors change, owners also say who may.' })
