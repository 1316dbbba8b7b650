// Addresses that hold a secret, as they may be told and logged: without it.

const SECRET = /^((?:\/feeds|\/embed)?\/my\/|\/v1\/subscriptions\/)[^/]{8,}?(?=\.ics$|\/|$)/

/** `/feeds/my/abc….ics` → `/feeds/my/….ics`; any other address as it is. */
export const withoutToken = (path: string): string => path.replace(SECRET, '$1…')
