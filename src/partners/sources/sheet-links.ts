// Links of Google Sheets, as people copy them, turned into the address of the file behind them.

const SHEETS =
  /^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)(?:\/|$|\?|#)/i

/** `…/d/ID/edit#gid=0` as `…/d/ID/export?format=csv&gid=0`; every other address as it is. */
export function downloadUrl(text: string): string {
  const [link, published, id] = SHEETS.exec(text.trim()) ?? []
  if (!link) return text
  const gid = /[?&#]gid=(\d+)/.exec(text)?.[1]
  if (published)
    return /\/pub\?/.test(text) && /[?&]output=\w+/.test(text)
      ? text
      : `https://docs.google.com/spreadsheets/d/e/${id}/pub?output=csv${gid ? `&single=true&gid=${gid}` : ''}`
  if (/\/(export|gviz)\b/.test(text)) return text
  return `https://docs.google.com/spreadsheets/d/${id}/export?format=csv${gid ? `&gid=${gid}` : ''}`
}
