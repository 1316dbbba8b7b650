// For search engines: what there is (sitemap.xml) and what is not theirs (robots.txt).

import { type Context, Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { calendarsNumbered, lastCalendarNumber } from '../storage/calendar-search.ts'
import { answerText } from './changes-feed.ts'
import { xml } from './changes-text.ts'

/** Calendars in one part; a part may have 50,000 addresses, in each language one. */
export const PART = 2000

const XML = 'application/xml; charset=utf-8'
const NAMESPACES =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

/** Feeds stay open: Google once refused hosts whose robots.txt it could not read or that shut them. */
const robots = (publicUrl: string): string => `User-agent: *
Disallow: /console
Allow: /

Sitemap: ${publicUrl}/sitemap.xml
`

export function crawlerRoutes(ports: Ports): Hono {
  const { publicUrl } = ports.config
  return new Hono()
    .get('/robots.txt', (c) => {
      c.header('Cache-Control', 'public, max-age=3600')
      return c.text(robots(publicUrl))
    })
    .get('/sitemap.xml', async (c) => {
      const parts = partsOf(await lastCalendarNumber(ports.db))
      return parts === 1 ? part(ports, c, 0) : answerText(c, XML, indexOf(publicUrl, parts))
    })
    .get('/:file{sitemap-[1-9][0-9]{0,5}\\.xml}', async (c) => {
      const place = Number(c.req.param('file').slice('sitemap-'.length, -'.xml'.length)) - 1
      if (place >= partsOf(await lastCalendarNumber(ports.db)))
        throw new Problem('not_found', { what: 'address', name: c.req.path })
      return part(ports, c, place)
    })
}

const partsOf = (last: number): number => Math.max(1, Math.ceil(last / PART))

const indexOf = (
  publicUrl: string,
  parts: number,
): string => `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${Array.from({ length: parts }, (_, place) => `<sitemap><loc>${xml(publicUrl)}/sitemap-${place + 1}.xml</loc></sitemap>\n`).join('')}</sitemapindex>
`

/** Pages of calendars, and of those who publish them; the first part begins with the first page. */
async function part({ db, config }: Ports, c: Context, place: number): Promise<Response> {
  const found = await calendarsNumbered(db, place * PART + 1, (place + 1) * PART + 1)
  const paths = [
    ...(place === 0 ? ['/'] : []),
    ...new Set(found.map(({ partner }) => `/${partner}`)),
    ...found.map(({ partner, slug }) => `/${partner}/${slug}`),
  ]
  const entry = (path: string) => {
    const url = xml(`${config.publicUrl}${path}`)
    const languages = ['ko', 'en'].map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${url}?lang=${lang}"/>`,
    )
    return `<url><loc>${url}</loc>${languages.join('')}</url>\n`
  }
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<urlset ${NAMESPACES}>\n${paths.map(entry).join('')}</urlset>\n`
  return answerText(c, XML, text)
}
