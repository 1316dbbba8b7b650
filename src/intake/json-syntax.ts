// Where a text stops being JSON. JSON.parse knows, but each engine says it in words of its own.

type State = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'after'

const BLANK = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** The place of the first token that cannot stand where it does; the text's length when it ends early. */
export function stopsAt(text: string): number {
  const open: string[] = []
  let state: State | null = 'value'
  let place = 0
  for (;;) {
    place = endOf(BLANK, text, place) ?? place
    const end = tokenEnd(text, place)
    state = end === null ? null : stateAfter(state, text.charAt(place), open)
    if (end === null || state === null) return place
    place = end
  }
}

function endOf(pattern: RegExp, text: string, place: number): number | null {
  pattern.lastIndex = place
  return pattern.test(text) ? pattern.lastIndex : null
}

function tokenEnd(text: string, place: number): number | null {
  if (text.charAt(place) === '"') return stringEnd(text, place)
  if (place < text.length && '{}[],:'.includes(text.charAt(place))) return place + 1
  return endOf(WORD, text, place) ?? endOf(NUMBER, text, place)
}

/** Null when it has no end, a line break, or an escape that is none. */
function stringEnd(text: string, opening: number): number | null {
  for (let place = opening + 1; place < text.length; place += 1) {
    const character = text.charAt(place)
    if (character === '"') return place + 1
    if (character < ' ') return null
    if (character !== '\\') continue
    if (!/^(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/.test(text.slice(place + 1, place + 6))) return null
    place += 1
  }
  return null
}

/** A token is known by its first character. Null where it cannot stand. */
function stateAfter(state: State, token: string, open: string[]): State | null {
  if (state === 'colon') return token === ':' ? 'value' : null
  if (state === 'key' || state === 'first key') {
    if (token === '"') return 'colon'
    return state === 'first key' && token === '}' ? closed(open) : null
  }
  if (state === 'after') {
    const inside = open.at(-1)
    if (token === ',' && inside) return inside === '{' ? 'key' : 'value'
    return (token === '}' && inside === '{') || (token === ']' && inside === '[')
      ? closed(open)
      : null
  }
  if (token === '{' || token === '[') {
    open.push(token)
    return token === '{' ? 'first key' : 'first value'
  }
  if (state === 'first value' && token === ']') return closed(open)
  return '}],:'.includes(token) ? null : 'after'
}

function closed(open: string[]): State {
  open.pop()
  return 'after'
}
