// A rendered text taken apart again: its VEVENTs, each as logical lines.

/** The lines of each VEVENT, from BEGIN to END, unfolded. */
export function veventsIn(text: string): string[][] {
  const vevents: string[][] = []
  let open: string[] | null = null
  for (const line of text.replace(/\r\n[ \t]/g, '').split('\r\n')) {
    if (line === 'BEGIN:VEVENT') {
      open = []
      vevents.push(open)
    }
    open?.push(line)
    if (line === 'END:VEVENT') open = null
  }
  return vevents
}

export const nameOf = (line: string): string => /^[A-Z-]+/.exec(line)?.[0] ?? ''

/** What stands behind the colon of a property without quoted parameters; undefined without it. */
export const valueIn = (lines: readonly string[], name: string): string | undefined => {
  const line = lines.find((each) => nameOf(each) === name)
  return line?.slice(line.indexOf(':') + 1)
}

/** RFC 5545 §3.3.11, the other way round. */
export const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, character: string) =>
    character === 'n' || character === 'N' ? '\n' : character,
  )
