// Which of our languages a reader is answered in.

export type Language = 'ko' | 'en'

/** A longer Accept-Language is nobody's wish. */
const MAX_HEADER_CHARS = 500

/** The best of Korean and English that an Accept-Language asks for; else the fallback's, else English. */
export function chooseLanguage(acceptLanguage: string | null, fallback: string): Language {
  let chosen: Language | null = null
  let most = 0
  for (const part of (acceptLanguage ?? '').slice(0, MAX_HEADER_CHARS).toLowerCase().split(',')) {
    const [range = '', ...params] = part.split(';').map((word) => word.trim())
    const language = languageOf(range)
    const quality = qualityOf(params)
    if (language && quality > most) [chosen, most] = [language, quality]
  }
  return chosen ?? languageOf(fallback.toLowerCase()) ?? 'en'
}

function languageOf(tag: string): Language | null {
  const [primary] = tag.split('-')
  return primary === 'ko' || primary === 'en' ? primary : null
}

function qualityOf(params: readonly string[]): number {
  const q = params.find((param) => param.startsWith('q='))
  return q === undefined ? 1 : Number(q.slice(2)) || 0
}
