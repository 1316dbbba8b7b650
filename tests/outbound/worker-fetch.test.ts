// The guarded call of Workers, over a stand-in for the runtime's own.

import { expect, test } from 'vitest'
import { workerFetch } from '../../src/outbound/worker-fetch.ts'

interface Call {
  url: string
  init: RequestInit
}

/** Answers one after the other; what was asked is kept. */
function fetching(answers: Response[], budget = { milliseconds: 5_000, octets: 1_000 }) {
  const calls: Call[] = []
  const fetch = workerFetch({
    ...{ ownHost: 'kalends.example', budget },
    fetch: (async (url: string, init: RequestInit) => {
      calls.push({ url, init })
      return answers.shift()
    }) as typeof globalThis.fetch,
  })
  return { fetch, calls }
}

const to = (location: string) => new Response(null, { status: 302, headers: { location } })
const failing = (code: string, why: string) =>
  expect.objectContaining({ code, params: expect.objectContaining({ why }) })

test('redirections are looked at one by one, and credentials stay behind', async () => {
  const { fetch, calls } = fetching([to('//other.example/b'), new Response('there')])
  const headers = { Authorization: 'Bearer x' }
  const fetched = await fetch({ url: 'webcal://public.example/a', headers })
  expect([fetched.status, fetched.url]).toEqual([200, 'https://other.example/b'])
  expect(new TextDecoder().decode(fetched.body)).toBe('there')
  expect(calls.map(({ init }) => [init.redirect, 'Authorization' in (init.headers ?? {})])).toEqual(
    [
      ['manual', true],
      ['manual', false],
    ],
  )
})

test.each([
  ['http://169.254.169.254/latest/meta-data/', 'url_not_allowed', 'inside'],
  ['http://public.example/', 'not_fetched', 'insecure'],
  ['https://kalends.example/', 'url_not_allowed', 'inside'],
])('a redirection to %s is not followed', async (location, code, why) => {
  const { fetch, calls } = fetching([to(location), new Response('there')])
  await expect(fetch({ url: 'https://public.example/a' })).rejects.toEqual(failing(code, why))
  expect(calls).toHaveLength(1)
})

test('three redirections are followed, not four', async () => {
  const url = 'https://public.example/a'
  const four = [1, 2, 3, 4].map(() => to('/a'))
  expect(
    (await fetching([to(url), to(url), to(url), new Response('')]).fetch({ url })).status,
  ).toBe(200)
  await expect(fetching(four).fetch({ url })).rejects.toEqual(
    failing('not_fetched', 'redirections'),
  )
})

test('what is too large, several codings, and no answer at all', async () => {
  const url = 'https://public.example/a'
  const large = fetching([new Response('a'.repeat(1_001))]).fetch({ url })
  await expect(large).rejects.toEqual(failing('not_fetched', 'too_large'))
  const twice = new Response('x', { headers: { 'content-encoding': 'gzip, gzip' } })
  await expect(fetching([twice]).fetch({ url })).rejects.toEqual(failing('not_fetched', 'encoding'))
  const never = workerFetch({
    ...{ ownHost: 'kalends.example', budget: { milliseconds: 50, octets: 1_000 } },
    fetch: ((_: string, { signal }: RequestInit) =>
      new Promise((_, failed) =>
        signal?.addEventListener('abort', () => failed(signal.reason)),
      )) as typeof globalThis.fetch,
  })
  await expect(never({ url })).rejects.toEqual(failing('not_fetched', 'timeout'))
})
