// An OpenAPIHono whose failed validations become Problems that name the place, the value and the wish.

import { OpenAPIHono } from '@hono/zod-openapi'
import type { core } from 'zod'
import { Problem } from '../problem.ts'

export function router(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw problemOf(result.error.issues, result.target)
    },
  })
}

/** The first thing that is wrong, as a Problem. */
export function problemOf(issues: readonly core.$ZodIssue[], target: string): Problem {
  const [issue] = issues
  if (!issue) return new Problem('invalid_request', { place: target, found: '', wanted: '' })
  if (issue.code === 'unrecognized_keys' && target === 'query')
    return new Problem('unknown_option', { name: issue.keys[0] ?? '', known: '–' })
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...issue.path, ...keys].map(String)
  const place = target === 'json' ? `/${path.join('/')}` : `${target} ${path.join('.')}`
  const found = 'input' in issue && issue.input !== undefined ? JSON.stringify(issue.input) : ''
  return new Problem('invalid_request', {
    place,
    found: (found || issue.code).slice(0, 200),
    wanted: issue.message,
  })
}
