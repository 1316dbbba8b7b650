// News as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1: only the writing, from the same items.

export interface Item {
  id: string
  url: string
  title: string
  text: string
  /** The instant of the publication. */
  at: string
}

export interface News {
  language: string
  title: string
  description: string
  /** What a person reads instead. */
  page: string
  self: string
  updated: string
  items: readonly Item[]
}

export const rssText = ({ language, title, description, page, self, updated, items }: News) =>
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(title)}</title>
<link>${xml(page)}</link>
<atom:link rel="self" type="application/rss+xml" href="${xml(self)}"/>
<description>${xml(description || title)}</description>
<language>${xml(language)}</language>
<lastBuildDate>${rssDate(updated)}</lastBuildDate>
${items
  .map(
    (item) => `<item><title>${xml(item.title)}</title>
<link>${xml(item.url)}</link>
<guid isPermaLink="false">${xml(item.id)}</guid>
<pubDate>${rssDate(item.at)}</pubDate>
<description>${xml(paragraphs(item.text))}</description></item>
`,
  )
  .join('')}</channel></rss>
`

export const atomText = ({ language, title, page, self, updated, items }: News) =>
  `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">
<title>${xml(title)}</title>
<id>${xml(self)}</id>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<updated>${updated}</updated>
<author><name>Kalends</name></author>
${items
  .map(
    (item) => `<entry><title>${xml(item.title)}</title>
<id>${xml(item.id)}</id>
<link rel="alternate" type="text/html" href="${xml(item.url)}"/>
<updated>${item.at}</updated>
<content type="text">${xml(item.text)}</content></entry>
`,
  )
  .join('')}</feed>
`

export const jsonText = ({ language, title, description, page, self, items }: News) =>
  JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title, home_page_url: page, feed_url: self },
    ...(description ? { description } : {}),
    language,
    items: items.map(({ id, url, title, text, at }) => ({
      ...{ id, url, title, content_text: text, date_published: at },
    })),
  })

/** `Wed, 01 Apr 2026 09:30:00 GMT` */
const rssDate = (instant: string): string => new Date(instant).toUTCString()

/** RSS reads its description as HTML: what the partner wrote must be text there too. */
const paragraphs = (text: string): string => xml(text).replaceAll('\n', '<br>')

/** Characters that XML 1.0 has no way to write are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const ENTITIES: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
}

export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
