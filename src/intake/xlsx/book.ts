// What a workbook says of itself: its sheets, its date system, its strings and number formats.

import { MAX_CELL_CHARS } from '../limits.ts'
import { builtIn, type Shown, shownBy } from './formats.ts'
import { Refusal, unreadable } from './refusal.ts'
import { type StringCell, texts } from './strings.ts'
import { isTrue, readPart } from './xml.ts'
import type { Zip } from './zip.ts'

export interface Sheet {
  name: string
  part: string
  isHidden: boolean
}

export interface Book {
  sheets: Sheet[]
  is1904: boolean
  strings: readonly StringCell[]
  /** By the number of a cell's style. */
  formats: readonly Shown[]
}

interface Relationship {
  type: string
  part: string
}

export function openBook(zip: Zip): Book {
  const main = mainPart(zip)
  const related = relationshipsOf(zip, main)
  const { sheets, is1904 } = readWorkbook(zip, main, related)
  const partOf = (kind: string) => [...related.values()].find(({ type }) => type === kind)?.part
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    ...{ sheets, is1904 },
    strings: strings ? readStrings(zip, strings) : [],
    formats: styles ? readFormats(zip, styles) : [],
  }
}

function mainPart(zip: Zip): string {
  const names = [...zip.entries.keys()]
  if (!names.some((name) => /(?:^|\/)workbook\w*\.xml$/.test(name)))
    throw new Refusal('file.type_mismatch', { value: 'ZIP', params: { found: 'ZIP' } })
  if (!zip.entries.has('[content_types].xml')) throw unreadable('[Content_Types].xml')
  const main = [...relationshipsOf(zip, '').values()].find(({ type }) => type === 'officeDocument')
  if (!main) throw unreadable('_rels/.rels')
  return main.part
}

/** What a part points to, by the ids it uses. What lies outside the file is pointed to in vain. */
function relationshipsOf(zip: Zip, part: string): Map<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found = new Map<string, Relationship>()
  readPart(zip, file, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      found.set(Id, { type, part: Target.startsWith('/') ? Target.slice(1) : folder + Target })
    },
  })
  return found
}

function readWorkbook(zip: Zip, main: string, related: Map<string, Relationship>) {
  const sheets: Sheet[] = []
  let is1904 = false
  readPart(zip, main, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
      const target = related.get(id)
      if (!target) throw unreadable(main)
      if (target.type !== 'worksheet') return
      const isHidden = attributes.state !== undefined && attributes.state !== 'visible'
      sheets.push({ name: attributes.name ?? '', part: target.part, isHidden })
    },
  })
  return { sheets, is1904 }
}

function readStrings(zip: Zip, part: string): StringCell[] {
  const strings: StringCell[] = []
  const { open, text, close } = texts('si', (cell) => strings.push(cell), MAX_CELL_CHARS)
  readPart(zip, part, { open, text, close })
  return strings
}

function readFormats(zip: Zip, part: string): Shown[] {
  const codes = new Map<number, Shown>()
  const formats: Shown[] = []
  let inCells = false
  readPart(zip, part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const id = Number(numFmtId)
      if (name === 'numFmt') codes.set(id, shownBy(formatCode))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(codes.get(id) ?? builtIn(id))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}
