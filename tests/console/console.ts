// A browser at the console: it keeps cookies, sends forms as browsers do, and nothing else.

import { ADMIN_KEY, type Kalends } from '../harness.ts'

export const ORIGIN = 'https://kalends.example'
export const SAME_ORIGIN = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }

/** The lib of types that the Worker shares has no `getSetCookie`. */
export const cookiesSetBy = ({ headers }: Response): string[] =>
  (headers as Headers & { getSetCookie(): string[] }).getSetCookie()

export interface Browser {
  cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** The text of a page, after following where it leads. */
  page(path: string): Promise<string>
  /** Sends a form of fields, with the token of the last page seen. */
  post(
    path: string,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** Sends a form that holds a file. */
  send(path: string, form: Response): Promise<Response>
  token: string
}

export function browserAt(kalends: Kalends, language = 'ko'): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit, given: Record<string, string> = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'accept-language': language, ...(cookie ? { cookie } : {}), ...given }
    const response = await kalends.request(path, { ...init, headers })
    for (const line of cookiesSetBy(response)) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const browser: Browser = {
    ...{ cookies, token: '' },
    get: (path, headers) => ask(path, {}, headers),
    async page(path) {
      const response = await ask(path, {})
      if (response.status === 303) return browser.page(response.headers.get('location') ?? '')
      const text = await response.text()
      browser.token = /name="csrf" value="(\w+)"/.exec(text)?.[1] ?? browser.token
      return text
    },
    async send(path, form) {
      const type = form.headers.get('content-type') ?? ''
      const body = await form.arrayBuffer()
      return ask(path, { method: 'POST', body }, { 'content-type': type, ...SAME_ORIGIN })
    },
    post(path, fields = {}, headers = SAME_ORIGIN) {
      const body = new URLSearchParams(
        browser.token ? { csrf: browser.token, ...fields } : fields,
      ).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return ask(path, { method: 'POST', body }, { ...type, ...headers })
    },
  }
  return browser
}

/** A browser that signed in with a new key of this role, at partner `harbour`. */
export async function signedInAt(kalends: Kalends, role = 'owner', language = 'ko') {
  const made = await kalends.admin('POST', '/v1/partners/harbour/keys', { label: '김 대리', role })
  const browser = browserAt(kalends, language)
  await browser.post('/console/sign-in', { key: made.body.key })
  await browser.page('/console')
  return { browser, key: made.body.key as string, keyId: made.body.id as string }
}

/** The operator, at work at partner `harbour`. */
export async function operatorAt(kalends: Kalends): Promise<Browser> {
  const browser = browserAt(kalends)
  await browser.post('/console/sign-in', { key: ADMIN_KEY, partner: 'harbour' })
  await browser.page('/console')
  return browser
}
