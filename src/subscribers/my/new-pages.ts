// The pages on which a new link is made.

import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Ports } from '../../ports.ts'
import { makeSubscription } from '../../subscriptions/make.ts'
import { countSubscription } from '../../web/quota.ts'
import { readerOf } from '../../web/reader.ts'
import { answerBuilder, answerPreview, fieldsAsked } from './builder.ts'
import { rememberLink } from './device.ts'
import { errorsOf } from './errors.ts'
import { wishOf } from './fields.ts'
import { formOf } from './form.ts'
import { backTo } from './frame.ts'

export const newPages = (ports: Ports): Hono =>
  new Hono()
    .get('/my/new', (c) => answerBuilder(ports, c, asked(c)))
    .get('/my/preview', (c) => answerPreview(ports, c, asked(c)))
    .post('/my/new', (c) => makeLink(ports, c))

const asked = (c: Context) => ({
  ...{ reader: readerOf(c), fields: fieldsAsked(c, null), present: null },
})

async function makeLink(ports: Ports, c: Context): Promise<Response> {
  const fields = await formOf(ports, c)
  const reader = readerOf(c)
  try {
    await countSubscription(ports, c)
    const { token } = await makeSubscription(ports, wishOf(fields), reader.language)
    rememberLink(ports, c, token)
    return backTo(c, `/my/${token}?made=1`)
  } catch (thrown) {
    const errors = errorsOf(thrown, reader.language)
    return answerBuilder(ports, c, { reader, fields, present: null, errors })
  }
}
