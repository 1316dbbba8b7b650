// `npm run fuzz`: spoils files until its time is over. What breaks the law becomes a case.
//   KALENDS_FUZZ_SECONDS (60) how long, KALENDS_FUZZ_SEED (1) which chance.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keep, kindOf, smallest } from './finds.ts'
import { lawful, offence } from './law.ts'
import { chanceOf, mutated, oneOf, touched } from './mutations.ts'

const at = (path: string) => new URL(path, import.meta.url)
const CASES = at('../golden/fuzz/')
const CORPORA = [at('../../feeds/'), at('../../../shared/corpus/')].filter(existsSync)
/** Larger ones leave little time for others. */
const MAX_BYTES = 60_000
/** As many are only touched, in one cell or value: most of these are still read, and rendered. */
const TOUCHED_SHARE = 0.6

const seconds = Number(process.env.KALENDS_FUZZ_SECONDS ?? 60)
const seed = Number(process.env.KALENDS_FUZZ_SEED ?? 1)

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1)
const files = CORPORA.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ics|csv|json)$/.test(name))
    .sort()
    .map((name) => fileURLToPath(new URL(name.replaceAll('#', '%23'), folder))),
).filter((file) => {
  const about = statSync(file)
  return about.isFile() && about.size > 0 && about.size < MAX_BYTES
})
/** What is lawful as it stands; the rest is found out below. */
const good = files.filter((file) => {
  try {
    return lawful(readFileSync(file), `input.${endingOf(file)}`) === 'accepted'
  } catch {
    return false
  }
})

const chance = chanceOf(seed)
const known = new Set<string>()
const began = performance.now()
let runs = 0
let accepted = 0

function next(): { bytes: Buffer; ending: string } {
  const gentle = chance() < TOUCHED_SHARE
  const file = oneOf(chance, gentle ? good : files)
  const [bytes, ending] = [readFileSync(file), endingOf(file)]
  if (gentle) return { bytes: touched(bytes, ending, chance), ending }
  return { bytes: mutated(bytes, readFileSync(oneOf(chance, files)), chance), ending }
}

while (performance.now() - began < seconds * 1000) {
  const { bytes, ending } = next()
  const offends = (some: Buffer) => offence(some, `input.${ending}`)
  runs += 1
  try {
    if (lawful(bytes, `input.${ending}`) === 'accepted') accepted += 1
    continue
  } catch {
    // What it is, and how small it can be, is found out below.
  }
  const why = offends(bytes)
  if (!why || known.has(kindOf(why))) continue
  known.add(kindOf(why))
  const name = await keep(CASES, ending, smallest(bytes, kindOf(why), offends))
  console.log(`${name}\n  ${why.split('\n').slice(0, 4).join('\n  ')}`)
}
const share = Math.round((100 * accepted) / runs)
console.log(
  `seed ${seed}: ${runs} files in ${seconds} s, ${accepted} accepted (${share} %), ${known.size} offences`,
)
process.exitCode = known.size > 0 ? 1 : 0
