import { expect } from 'vitest'
import { FINDING_CODES } from '../../src/intake/finding.ts'
import { PROBLEM_CODES } from '../../src/problem.ts'
import type { Json } from '../harness.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'
import { site } from './server.ts'

test('every call, option, body, shape and code is on the page', async ({ page }) => {
  const { url } = await site()
  await page.goto(`${url}/docs`)
  const text = await page.locator('main').innerText()
  const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as Json
  const calls = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, call]) => ({ path, method, call })),
  )
  const headings = (await page.locator('article h3').allInnerTexts()).map((heading) =>
    heading.replace(/\s+/g, ' '),
  )
  for (const { path, method, call } of calls) {
    const name = `${method.toUpperCase()} ${path}`
    expect(headings).toContain(name)
    const article = page.locator('article').filter({
      has: page.locator('h3', {
        hasText: new RegExp(`^${method.toUpperCase()}\\s*${path.replace(/[{}.]/g, '\\$&')}$`),
      }),
    })
    expect([name, await article.count()]).toEqual([name, 1])
    const shown = await article.innerText()
    for (const { name: option } of call.parameters ?? []) expect(shown).toContain(option)
    for (const status of Object.keys(call.responses)) expect(shown).toContain(status)
    for (const type of Object.keys(call.requestBody?.content ?? {})) expect(shown).toContain(type)
  }
  for (const [name, schema] of Object.entries<Json>(document.components.schemas)) {
    const shape = page.locator('article', { has: page.locator(`#shape-${name}`) })
    const shown = await shape.innerText()
    for (const field of Object.keys(schema.properties ?? {})) expect(shown).toContain(field)
  }
  for (const code of [...PROBLEM_CODES, ...FINDING_CODES]) expect(text).toContain(code)
})

test('every link on the page leads to something on it', async ({ page }) => {
  const { url } = await site()
  await page.goto(`${url}/docs`)
  const anchors = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''))
  expect(anchors.length).toBeGreaterThan(40)
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([])
  for (const code of PROBLEM_CODES) expect(ids).toContain(`problem-${code}`)
})

test('in Korean, what each call does is said in Korean', async ({ browser }) => {
  const { url } = await site()
  const context = await browser.newContext({ locale: 'ko-KR', javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${url}/docs`)
  expect(await page.locator('html').getAttribute('lang')).toBe('ko')
  const said = await page.locator('nav a, h2, h4').allInnerTexts()
  expect(said.filter((text) => !/[가-힣]/.test(text))).toEqual([])
  await context.close()
})

test('in English, nothing is in Korean but what is read as such', async ({ browser }) => {
  const { url } = await site()
  const context = await browser.newContext({ locale: 'en-US', javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${url}/docs`)
  const said = await page.locator('nav a, h2, h3, h4, header').allInnerTexts()
  expect(said.filter((text) => /[가-힣]/.test(text))).toEqual([])
  await context.close()
})

test.for(['light', 'dark'] as const)(
  '%s: it can be read, on a phone as at a desk, and in order',
  async (scheme, { page }) => {
    const { url } = await site()
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`${url}/docs`)
    await expectNoSidewaysScrolling(page)
    await expectOutline(page)
    expect(await faintTexts(page)).toEqual([])
  },
)

test('what it shows to begin with can be copied and works', async ({ page }) => {
  const { url, call } = await site()
  await call('PUT', '/v1/partners/club', { name: 'Club' })
  await page.goto(`${url}/docs`)
  const [first = '', second = ''] = await page.locator('pre').allInnerTexts()
  const address = (command: string) =>
    command.replace(/^curl '?|'$/g, '').replace('https://kalends.example', url)
  expect((await fetch(address(first))).status).toBe(200)
  await call('PUT', '/v1/partners/club/calendars/season', {})
  const filled = address(second).replace('PARTNER', 'club').replace('CALENDAR', 'season')
  expect((await fetch(filled)).status).toBe(200)
})
