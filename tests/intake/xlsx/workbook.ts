// Workbooks for tests, of as little as one can be made of.

import { strToU8, zipSync } from 'fflate'

type Value = string | number | boolean | null
/** A cell that is more than its value: a style's number, or its XML. */
export type Cell = Value | { value: number; style: number } | { xml: string }

export interface Sheet {
  name?: string
  hidden?: boolean
  /** Their place is their row's number; null is a row that is not there. */
  rows: (Cell[] | null)[]
  merges?: string[]
  hiddenRows?: number[]
  /** From 1. */
  hiddenColumns?: number[]
}

/** Styles by their numbers: none, a date, a date with its time, a time, text of four digits. */
export const [PLAIN, DATE, MOMENT, TIME, DIGITS] = [0, 1, 2, 3, 4]
const STYLES = `<styleSheet xmlns="m"><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts>
<cellXfs>${[0, 14, 22, 20, 164].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function cellXml(cell: Cell, reference: string): string {
  const at = `r="${reference}"`
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${Number(cell)}</v></c>`
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
  if ('xml' in cell) return cell.xml.replace('<c', `<c ${at}`)
  return `<c ${at} s="${cell.style}"><v>${cell.value}</v></c>`
}

function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: Sheet): string {
  const letter = (place: number) => String.fromCharCode(65 + place)
  const lines = rows.map((cells, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : ''
    const inside = cells?.map((cell, place) => cellXml(cell, `${letter(place)}${at + 1}`))
    return inside ? `<row r="${at + 1}"${hidden}>${inside.join('')}</row>` : ''
  })
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" hidden="1"/>`).join('')
  return `<worksheet xmlns="m"><cols>${columns}</cols><sheetData>${lines.join('')}</sheetData>
<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`
}

const related = (entries: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="r">${entries
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** A workbook's parts, by their names. */
export function partsOf(...sheets: Sheet[]): Record<string, string> {
  const names = sheets.map(({ name }, at) => name ?? `Sheet${at + 1}`)
  const listed = sheets.map(({ hidden }, at) => {
    const state = hidden ? ' state="hidden"' : ''
    return `<sheet name="${names[at]}"${state} r:id="s${at}"/>`
  })
  return {
    '[Content_Types].xml': '<Types xmlns="t"/>',
    '_rels/.rels': related([['a', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="m" xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ['y', 'styles', 'styles.xml'],
      ...sheets.map((_, at): [string, string, string] => [
        ...([`s${at}`, 'worksheet', `worksheets/${at}.xml`] as const),
      ]),
    ]),
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/${at}.xml`, sheetXml(sheet)])),
  }
}

export const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))

/** `workbook({ rows: [['날짜', '제목'], ['2026-04-01', '개막']] })` */
export const workbook = (...sheets: Sheet[]): Uint8Array => zipped(partsOf(...sheets))
