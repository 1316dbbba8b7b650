// `npm run fuzz`: spoils files until its time is over. What breaks the law becomes a case.
//   KALENDS_FUZZ_SECONDS (60) how long, KALENDS_FUZZ_SEED (1) which chance.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256 } from '../../src/storage/digest.ts'
import { lawful, offence } from './law.ts'
import { chanceOf, mutated, oneOf } from './mutations.ts'

const at = (path: string) => new URL(path, import.meta.url)
const CASES = at('../golden/fuzz/')
const CORPORA = [at('../../feeds/'), at('../../../shared/corpus/')].filter(existsSync)
/** Larger ones leave little time for others. */
const MAX_BYTES = 60_000

const seconds = Number(process.env.KALENDS_FUZZ_SECONDS ?? 60)
const seed = Number(process.env.KALENDS_FUZZ_SEED ?? 1)

const files = CORPORA.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ics|csv|json)$/.test(name))
    .sort()
    .map((name) => fileURLToPath(new URL(name.replaceAll('#', '%23'), folder))),
).filter((file) => {
  const about = statSync(file)
  return about.isFile() && about.size > 0 && about.size < MAX_BYTES
})

const kindOf = (why: string): string =>
  why
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .replace(/[\d.]+/g, '')
const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1)

/** Lines, many first, that can go while it stays wrong in the same way. */
function smallest(bytes: Buffer, filename: string, kind: string): Buffer {
  let lines = bytes.toString('latin1').split('\n')
  for (let size = lines.length >> 1; size > 0; size >>= 1)
    for (let place = 0; place < lines.length; ) {
      const fewer = lines.toSpliced(place, size)
      const why = offence(Buffer.from(fewer.join('\n'), 'latin1'), filename)
      if (why && kindOf(why) === kind) lines = fewer
      else place += size
    }
  return Buffer.from(lines.join('\n'), 'latin1')
}

mkdirSync(CASES, { recursive: true })
const chance = chanceOf(seed)
const known = new Set<string>()
const until = performance.now() + seconds * 1000
let runs = 0
let accepted = 0
while (performance.now() < until) {
  const file = oneOf(chance, files)
  const filename = `input.${endingOf(file)}`
  const spoilt = mutated(readFileSync(file), readFileSync(oneOf(chance, files)), chance)
  const why = offence(spoilt, filename)
  runs += 1
  if (!why && lawful(spoilt, filename) === 'accepted') accepted += 1
  if (!why || known.has(kindOf(why))) continue
  known.add(kindOf(why))
  const least = smallest(spoilt, filename, kindOf(why))
  const name = `${(await sha256(least.toString('latin1'))).slice(0, 12)}.${endingOf(file)}`
  writeFileSync(new URL(name, CASES), least)
  console.log(`${name}\n  ${why.split('\n').slice(0, 4).join('\n  ')}`)
}
console.log(
  `seed ${seed}: ${runs} files in ${seconds} s, ${accepted} accepted, ${known.size} offences`,
)
process.exitCode = known.size > 0 ? 1 : 0
