// Instants as people read them.

/** Day and minute as they were where the partner is. */
export const dayOf = (instant: string, timeZone: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )
