// axe, the accessibility checker, over the page that is open.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string }[]
}

/**
 * What axe finds, each with the first element it stands at; nothing when all is well. Of a page that
 * is very long, the parts that are named.
 */
export async function axeFinds(page: Page, parts?: readonly string[]): Promise<string[]> {
  // Evaluated by the debugger, so that the page's own policy does not stand against it.
  await page.evaluate(SOURCE)
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run(${parts ? JSON.stringify({ include: parts.map((part) => [part]) }) : ''})`,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
