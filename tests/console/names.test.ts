// One name for one page, and no word of the API on any.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { FINDING_CODES } from '../../src/intake/finding.ts'
import { described } from '../../src/partners/console/review/review-findings.ts'
import { signedInAt } from './console.ts'

test.each(['ko', 'en'])('what leads to a page is called as the page is (%s)', async (language) => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'owner', language)
  const first = await browser.page('/console/calendars/regatta')
  const links = [...first.matchAll(/<nav[\s\S]*?<\/nav>/g)].flatMap(([nav]) => [
    ...nav.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)<\/a>/g),
  ])
  expect(links.length).toBeGreaterThan(8)
  for (const [, href = '', name] of links) {
    // A calendar's own page bears the calendar's name.
    if (href === '/console/calendars/regatta') continue
    const title = /<h1>([^<]+)<\/h1>/.exec(await browser.page(href))?.[1]
    expect([href, title]).toEqual([href, name])
  }
})

test.each(['ko', 'en'] as const)(
  'a hint in the console names what is there to press (%s)',
  (language) => {
    const hints = FINDING_CODES.map((code) => {
      const { hint } = described({ code, severity: 'question', value: 'x' }, language)
      return `${code}: ${hint}`
    })
    const api = /confirm=|mode=|dateOrder|year=|takeFile|“same”|same 에|`sheet`|PATCH/
    expect(hints.filter((hint) => api.test(hint))).toEqual([])
  },
)
