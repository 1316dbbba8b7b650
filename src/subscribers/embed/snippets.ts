// What a partner copies: the element, the frame, and what a strict policy has to allow.

export interface Choice {
  /** `harbour/regatta` */
  calendar: string
  view: '' | 'button'
  limit: number | null
  lang: '' | 'ko' | 'en'
  theme: '' | 'light' | 'dark'
}

/** The name stands in attributes and between tags. */
const asText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export function elementSnippet(publicUrl: string, choice: Choice, name: string): string {
  const attributes = [...optionsOf(choice)].map(([key, value]) => ` ${key}="${value}"`).join('')
  return `<script src="${publicUrl}/embed/kalends.js" async></script>
<kalends-calendar calendar="${choice.calendar}"${attributes}>
  <a href="${publicUrl}/${choice.calendar}">${asText(name)}</a>
</kalends-calendar>`
}

const ROW_PIXELS = 72
const AROUND_PIXELS = 140
const BUTTON_PIXELS = 64

export function frameSnippet(publicUrl: string, choice: Choice, name: string): string {
  const rows = choice.limit ?? 5
  const height = choice.view === 'button' ? BUTTON_PIXELS : AROUND_PIXELS + rows * ROW_PIXELS
  return `<iframe src="${asText(frameUrl(publicUrl, choice))}" title="${asText(name)}" width="100%" height="${height}" loading="lazy"></iframe>`
}

export function frameUrl(publicUrl: string, choice: Choice): string {
  const query = new URLSearchParams([...optionsOf(choice)])
  return `${publicUrl}/embed/${choice.calendar}${query.size > 0 ? `?${query}` : ''}`
}

export const policySnippet = (publicUrl: string): string =>
  `script-src ${publicUrl}; connect-src ${publicUrl};\nframe-src ${publicUrl};`

function* optionsOf({ view, limit, lang, theme }: Choice): Generator<[string, string]> {
  if (view) yield ['view', view]
  if (limit !== null && view !== 'button') yield ['limit', String(limit)]
  if (lang) yield ['lang', lang]
  if (theme) yield ['theme', theme]
}
