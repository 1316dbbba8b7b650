// Two spellings of one name: spaces, case, width, "LG" and "엘지", a nickname left out, a slip of the pen.

/** A name taken apart once, since it is compared with many. */
export interface Spelled {
  /** As people write it, in one case and width. */
  written: string
  /** Words, with initials as they are said in Korean. */
  words: string[]
  /** The words without anything between them. */
  joined: string
}

const WORD = /[a-z]+|[0-9]+|[\uac00-\ud7a3]+|[^\s\p{P}\p{S}a-z0-9\uac00-\ud7a3]+/gu

const LETTERS: Readonly<Record<string, string>> = {
  ...{ a: '에이', b: '비', c: '시', d: '디', e: '이', f: '에프', g: '지', h: '에이치', i: '아이' },
  ...{ j: '제이', k: '케이', l: '엘', m: '엠', n: '엔', o: '오', p: '피', q: '큐', r: '알' },
  ...{ s: '에스', t: '티', u: '유', v: '브이', w: '더블유', x: '엑스', y: '와이', z: '제트' },
}

/** Longer words are read as words. */
const MAX_INITIALS = 4

export function spelled(name: string): Spelled {
  const written = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const words = (written.match(WORD) ?? []).map(said)
  return { written, words, joined: words.join('') }
}

const said = (word: string): string =>
  /^[a-z]+$/.test(word) && word.length <= MAX_INITIALS
    ? [...word].map((letter) => LETTERS[letter]).join('')
    : word.replaceAll('씨', '시')

/** Whether two titles are one, written differently. */
export function alikeTitles(a: Spelled, b: Spelled): boolean {
  if (a.joined === b.joined) return a.joined !== ''
  if (a.words.length !== b.words.length) return false
  const differing = a.words.flatMap((word, place) => {
    const other = b.words[place] ?? ''
    return word === other ? [] : [[word, other] as const]
  })
  const [pair] = differing
  return differing.length === 1 && pair !== undefined && isSlip(...pair)
}

/** Whether two names of teams are one: a nickname may be left out. */
export function alikeTeams(a: Spelled, b: Spelled): boolean {
  if (alikeTitles(a, b)) return true
  const [short, long] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (short.length === 0 || short.length === long.length || short.join('').length < 2) return false
  const ends = (words: string[]) => words.every((word, place) => word === short[place])
  const [before, after] = [long.slice(0, short.length), long.slice(-short.length)]
  const rest = ends(before)
    ? long.slice(short.length)
    : ends(after)
      ? long.slice(0, -short.length)
      : null
  return rest !== null && !rest.some((word) => OTHER_TEAM.test(word))
}

/** What makes another team of one: its second, its youth, its women. */
const OTHER_TEAM =
  /^(?:[0-9]+|.|u[0-9]*|유|아이아이|아이아이아이|women|ladies|girls|youth|junior|juniors|reserve|reserves|academy|여자|여성|남자|유스|유소년|주니어|군|퓨처스)$/u

const SLIP_FROM = 5

/** One letter left out, put in, changed, or two in the wrong order, in a word long enough to tell. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < SLIP_FROM || long.length - short.length > 1) return false
  if (!/^[a-z]+$/.test(short) || !/^[a-z]+$/.test(long)) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const [rest, other] = [short.slice(at), long.slice(at)]
  if (short.length < long.length) return rest === other.slice(1)
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}` === other
  return rest.slice(1) === other.slice(1) || swapped
}
