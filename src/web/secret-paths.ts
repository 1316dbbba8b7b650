// Addresses that hold a secret, as they may be told and logged: without it.

const SECRET =
  /^((?:\/feeds|\/embed)?\/my\/(?:reports\/)?|\/v1\/(?:subscriptions|reports)\/)[^/]{8,}?(?=\.ics$|\/|$)/
/** Behind a token: what became of a report. */
const RECEIPT = /^((?:\/my|\/v1\/subscriptions)\/…\/reports\/).+/

/** `/feeds/my/abc….ics` → `/feeds/my/….ics`; any other address as it is. */
export const withoutToken = (path: string): string =>
  path.replace(SECRET, '$1…').replace(RECEIPT, '$1…')
