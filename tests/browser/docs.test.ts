import { expect } from 'vitest'
import { FINDING_CODES } from '../../src/intake/finding.ts'
import { PROBLEM_CODES } from '../../src/problem.ts'
import type { Json } from '../harness.ts'
import { axeFinds } from './axe.ts'
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
  const articles = new Map(
    await page
      .locator('article')
      .evaluateAll((all) =>
        all.map((each): [string, string] => [
          each.querySelector('h3')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
          (each as unknown as { innerText: string }).innerText,
        ]),
      ),
  )
  for (const { path, method, call } of calls) {
    const shown = articles.get(`${method.toUpperCase()} ${path}`)
    for (const { name: option } of call.parameters ?? []) expect(shown).toContain(option)
    for (const status of Object.keys(call.responses)) expect(shown).toContain(status)
    for (const type of Object.keys(call.requestBody?.content ?? {})) expect(shown).toContain(type)
  }
  for (const [name, schema] of Object.entries<Json>(document.components.schemas))
    for (const field of Object.keys(schema.properties ?? {}))
      expect(articles.get(name)).toContain(field)
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
  const said = await page.locator('nav a, h2, h3, h4, header > :not([lang])').allInnerTexts()
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

test('a call is made from the page: status, headers and body, and what was wrong with it', async ({
  page,
}) => {
  const { url, call } = await site()
  await call('PUT', '/v1/partners/club', { name: 'Club' })
  await page.goto(`${url}/docs?lang=en`)
  const article = page.locator('article', { has: page.locator('#get-v1-partners') })
  const field = article.getByLabel('Address to ask')
  expect(await field.inputValue()).toBe('/v1/partners')
  await article.getByRole('button', { name: 'Run' }).click()
  await expect.poll(() => article.getByRole('status').innerText()).toMatch(/^200 OK · \d+ ms$/)
  const shown = article.getByRole('region')
  expect(await shown.innerText()).toMatch(/content-type: application\/json[\s\S]*"name": "Club"/)
  expect(await axeFinds(page, ['header', 'article:has(.answer:not([hidden]))'])).toEqual([])
  await field.fill('/v1/partners?colour=red')
  await field.press('Enter')
  await expect.poll(() => shown.innerText()).toContain('"code": "unknown_option"')
  await field.fill('https://elsewhere.example/')
  await field.press('Enter')
  await expect.poll(() => article.getByRole('status').innerText()).toContain('elsewhere')
})
