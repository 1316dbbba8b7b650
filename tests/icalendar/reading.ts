// A small strict reader of iCalendar for the tests. It shares no code with what writes the feeds,
// and throws at whatever RFC 5545 does not allow.

export interface Line {
  name: string
  params: Record<string, string>
  /** As written: escaped. */
  value: string
}

export interface Component {
  name: string
  lines: Line[]
  components: Component[]
}

const MAX_LINE_OCTETS = 75

/** The physical lines of a feed, each checked alone: length, CRLF, UTF-8, no control characters. */
export function physicalLines(feed: Uint8Array): string[] {
  if (feed[0] === 0xef && feed[1] === 0xbb) throw new Error('begins with a BOM')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lines: string[] = []
  let start = 0
  for (let place = 0; place < feed.length; place += 1) {
    if (feed[place] === 0x0a) throw new Error(`a bare LF at octet ${place}`)
    if (feed[place] !== 0x0d) continue
    if (feed[place + 1] !== 0x0a) throw new Error(`a bare CR at octet ${place}`)
    if (place - start > MAX_LINE_OCTETS) throw new Error(`a line of ${place - start} octets`)
    lines.push(decoder.decode(feed.subarray(start, place)))
    place += 1
    start = place + 1
  }
  if (start !== feed.length) throw new Error('the last line has no CRLF')
  for (const line of lines)
    for (const character of line)
      if (character < ' ' && character !== '\t') throw new Error(`a control character in ${line}`)
  return lines
}

/** The logical lines. */
export function unfold(lines: readonly string[]): string[] {
  const logical: string[] = []
  for (const line of lines) {
    if (!/^[ \t]/.test(line)) logical.push(line)
    else if (logical.length === 0) throw new Error('begins with a continuation')
    else logical.push(`${logical.pop()}${line.slice(1)}`)
  }
  return logical
}

/** The whole feed: exactly one VCALENDAR, properties before components, everything closed. */
export function readFeed(feed: Uint8Array | string): Component {
  const octets = typeof feed === 'string' ? new TextEncoder().encode(feed) : feed
  const root: Component = { name: '', lines: [], components: [] }
  const open = [root]
  for (const text of unfold(physicalLines(octets))) {
    const line = readLine(text)
    const inner = open.at(-1) as Component
    if (line.name === 'BEGIN') {
      const component: Component = { name: line.value, lines: [], components: [] }
      inner.components.push(component)
      open.push(component)
    } else if (line.name === 'END') {
      if (open.pop()?.name !== line.value) throw new Error(`${text} closes nothing`)
    } else if (inner === root) throw new Error(`${text} stands outside`)
    else if (inner.components.length > 0) throw new Error(`${text} stands after a component`)
    else inner.lines.push(line)
  }
  const [calendar, ...others] = root.components
  if (open.length !== 1) throw new Error('something is not closed')
  if (calendar?.name !== 'VCALENDAR' || others.length > 0) throw new Error('not one VCALENDAR')
  return calendar
}

/** `NAME;PARAM=value;PARAM="va:lue":value` */
export function readLine(text: string): Line {
  const name = /^[A-Z][A-Z0-9-]*/.exec(text)?.[0]
  if (!name) throw new Error(`no property: ${text.slice(0, 60)}`)
  const params: Record<string, string> = {}
  let rest = text.slice(name.length)
  while (rest.startsWith(';')) {
    const param = /^;([A-Z][A-Z0-9-]*)=(?:"([^"]*)"|([^";:,]*))/.exec(rest)
    if (!param) throw new Error(`no parameter: ${rest.slice(0, 60)}`)
    params[param[1] ?? ''] = unquote(param[2] ?? param[3] ?? '')
    rest = rest.slice(param[0].length)
  }
  if (!rest.startsWith(':')) throw new Error(`no value: ${text.slice(0, 60)}`)
  return { name, params, value: rest.slice(1) }
}

/** RFC 6868. */
const unquote = (value: string): string =>
  value.replace(/\^([n'^])/g, (_, mark) => ({ n: '\n', "'": '"', '^': '^' })[mark as 'n'] ?? '')

/** A TEXT value as a person reads it; throws at anything that should have been escaped. */
export function readText(value: string): string {
  if (/^(?:[^\\]|\\[\\;,nN])*$/.test(value) === false) throw new Error(`a stray \\ in ${value}`)
  if (/(?:^|[^\\])(?:\\\\)*[;,]/.test(value)) throw new Error(`a bare ; or , in ${value}`)
  return value.replace(/\\(.)/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))
}

/** A list of TEXT values, as CATEGORIES has one. */
export const readList = (value: string): string[] =>
  [...value.matchAll(/(?:[^\\,]|\\.)+/g)].map(([item]) => readText(item))

/** All values of a property, as written. */
export const valuesOf = ({ lines }: Component, name: string): string[] =>
  lines.filter((line) => line.name === name).map(({ value }) => value)

/** The one value of a property, as written; throws when there are several. */
export function rawOf(component: Component, name: string): string | undefined {
  const values = valuesOf(component, name)
  if (values.length > 1) throw new Error(`${values.length} × ${name}`)
  return values[0]
}

/** The one TEXT value of a property, as a person reads it. */
export function textOf(component: Component, name: string): string | undefined {
  const value = rawOf(component, name)
  return value === undefined ? undefined : readText(value)
}

export const eventsOf = (calendar: Component): Component[] =>
  calendar.components.filter(({ name }) => name === 'VEVENT')

/** The property's line with its parameters. */
export const lineOf = ({ lines }: Component, name: string): Line | undefined =>
  lines.find((line) => line.name === name)
