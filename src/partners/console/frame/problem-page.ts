// What went wrong, as a page of the console.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { describeProblem } from '../../../language/problems.ts'
import type { Ports } from '../../../ports.ts'
import { isRedirect, problemOf, STATUSES } from '../../../web/problems.ts'
import { languageOf, type Session, sessionOf } from '../sign-in/session.ts'
import { consolePage } from './frame.ts'

const WORDS = { ko: '캘린더 목록으로', en: 'To the calendars' }

export const isConsole = (path: string): boolean => /^\/console(?:\/|$)/.test(path)

export async function answerConsoleProblem(ports: Ports, thrown: unknown, c: Context) {
  if (thrown instanceof HTTPException && isRedirect(thrown.status)) return thrown.getResponse()
  const problem = problemOf(ports, thrown, c)
  // The database may be what is wrong.
  const session = await sessionOf(ports, c).catch((): Session | null => null)
  const language = languageOf(c)
  const { title, detail } = describeProblem(problem.code, problem.params, language)
  const status = STATUSES[problem.code]
  if (status === 405) c.header('Allow', String(problem.params.allowed))
  if (status === 429) c.header('Retry-After', String(Number(problem.params.minutes) * 60))
  if (status === 503) c.header('Retry-After', '60')
  const body = html`<p>${detail}</p><p><a href="/console">${WORDS[language]}</a></p>`
  return consolePage(c, { title, body, session, status })
}
