// What went wrong, as a page for everybody.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { describeProblem } from '../language/problems.ts'
import type { Ports } from '../ports.ts'
import { isRedirect, problemHeaders, problemOf, STATUSES } from '../web/problems.ts'
import { answerPublicPage } from '../web/public-page.ts'
import { readerOf } from '../web/reader.ts'

const WORDS = { ko: '캘린더 찾기', en: 'Find a calendar' }

/** Files and calls, which programs ask for, are answered to programs. */
const FOR_PROGRAMS =
  /^\/(?:v1|feeds|assets|mcp|healthz|readyz|metrics)(?:\/|$)|\.(?:rss|atom|json|xml|txt|ico|png|ics)$/

export const isPage = (path: string): boolean => !FOR_PROGRAMS.test(path)

export function answerPageProblem(
  ports: Ports,
  thrown: unknown,
  c: Context,
): Promise<Response> | Response {
  if (thrown instanceof HTTPException && isRedirect(thrown.status)) return thrown.getResponse()
  const problem = problemOf(ports, thrown, c)
  const reader = readerOf(c)
  const { title, detail } = describeProblem(problem.code, problem.params, reader.language)
  return answerPublicPage(c, {
    ...{ reader, title: `${title} · Kalends`, status: STATUSES[problem.code], noindex: true },
    headers: { ...problemHeaders(problem), 'Cache-Control': 'no-store' },
    body: html`<div class="hero"><h1>${title}</h1><p>${detail}</p>
<p><a class="button" href="${reader.to('/')}">${WORDS[reader.language]}</a></p></div>`,
  })
}
