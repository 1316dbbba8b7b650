// /doctor: the page and its stylesheet.

import { Hono } from 'hono'
import { type Report, reportOf } from '../../doctor/report.ts'
import { describeProblem } from '../../language/problems.ts'
import { Problem } from '../../problem.ts'
import { compressed } from '../../web/compressed.ts'
import { STATUSES } from '../../web/problems.ts'
import { answerPublicPage } from '../../web/public-page.ts'
import { readerOf } from '../../web/reader.ts'
import type { Consult } from './consultation.ts'
import { doctorBody } from './page.ts'
import { DOCTOR_STYLE } from './style.ts'
import { DOCTOR_WORDS } from './words.ts'

const STYLESHEET = '/assets/doctor.css'

export function doctorRoutes(consult: Consult): Hono {
  return new Hono()
    .use('/doctor', compressed)
    .use(STYLESHEET, compressed)
    .get(STYLESHEET, (c) =>
      c.body(DOCTOR_STYLE, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
        'X-Content-Type-Options': 'nosniff',
      }),
    )
    .get('/doctor', async (c) => {
      const reader = readerOf(c)
      const { language } = reader
      const address = (c.req.query('url') ?? '').trim()
      let report: Report | null = null
      let refusal: Problem | null = null
      try {
        if (address) report = reportOf(await consult(c, address), language)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        refusal = error
      }
      const refused = refusal && describeProblem(refusal.code, refusal.params, language)
      return answerPublicPage(c, {
        ...{ reader, title: `${DOCTOR_WORDS[language].title} · Kalends` },
        description: DOCTOR_WORDS[language].intro,
        status: refusal ? STATUSES[refusal.code] : 200,
        noindex: address !== '',
        styles: [STYLESHEET],
        headers: {
          ...(address ? { 'Cache-Control': 'no-store' } : {}),
          ...(refusal?.code === 'doctor_busy' ? { 'Retry-After': '60' } : {}),
        },
        body: doctorBody({ reader, address: address.slice(0, 2000), report, refused }),
      })
    })
}
