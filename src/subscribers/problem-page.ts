// What went wrong, as a page for everybody.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { describeProblem } from '../language/problems.ts'
import type { Ports } from '../ports.ts'
import { isRedirect, problemHeaders, problemOf, STATUSES } from '../web/problems.ts'
import { answerPublicPage } from '../web/public-page.ts'
import { readerOf } from '../web/reader.ts'

const WORDS = {
  ko: {
    find: '캘린더 찾기',
    missing: '이 페이지를 찾을 수 없습니다',
    missingHow: (name: string) =>
      `“${name}”에 해당하는 것이 없습니다. 주소가 잘못 적혔거나, 올리던 곳에서 내렸을 수 있습니다.`,
  },
  en: {
    find: 'Find a calendar',
    missing: 'This page cannot be found',
    missingHow: (name: string) =>
      `There is no “${name}”. The address may be mistyped, or its publisher may have taken it down.`,
  },
}

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
  const words = WORDS[reader.language]
  const { title, detail } =
    problem.code === 'not_found'
      ? { title: words.missing, detail: words.missingHow(String(problem.params.name)) }
      : describeProblem(problem.code, problem.params, reader.language)
  return answerPublicPage(c, {
    ...{ reader, title: `${title} · Kalends`, status: STATUSES[problem.code], noindex: true },
    headers: { ...problemHeaders(problem), 'Cache-Control': 'no-store' },
    body: html`<div class="hero"><h1>${title}</h1><p>${detail}</p>
<p><a class="button" href="${reader.to('/')}">${words.find}</a></p></div>`,
  })
}
