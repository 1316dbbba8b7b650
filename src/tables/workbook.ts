// A workbook written: texts, numbers and dates in a ZIP of XML, and never a formula.

import { strToU8, zipSync } from 'fflate'

export const STYLES = ['plain', 'heading', 'date', 'time', 'seconds', 'text', 'example'] as const
export type Style = (typeof STYLES)[number]
export type Cell = string | { number: number; style: Style } | { text: string; style: Style }

export interface WrittenSheet {
  name: string
  headers: readonly string[]
  rows(): Iterable<readonly Cell[]>
  /** In characters of a digit. */
  widths: readonly number[]
  /** What may be chosen below the header, by the column's place. */
  choices?: readonly { place: number; values: readonly string[] }[]
}

/** Choices reach as far as anybody fills a template by hand. */
const CHOICE_ROWS = 5000
/** All of them the same, so that the same schedule is the same bytes. */
const WRITTEN_AT = new Date(1980, 0, 1)

export function workbookOf(sheets: readonly WrittenSheet[]): Uint8Array {
  const strings = new Map<string, number>()
  const written = sheets.map((sheet) => sheetXml(sheet, strings))
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': bookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at): Target => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`]),
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES_XML,
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
    'xl/sharedStrings.xml': stringsXml(strings),
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    { mtime: WRITTEN_AT },
  )
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type Target = [type: string, target: string]

const relationships = (targets: readonly Target[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, to], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${to}"/>`)
    .join('')}</Relationships>`

const contentTypes = (sheets: number): string => {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1)
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${numbers
    .map((at) => part(`worksheets/sheet${at}`, 'worksheet'))
    .join('')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}</Types>`
}

const bookXml = (sheets: readonly WrittenSheet[]): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets
    .map(
      ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`

const STYLES_XML = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="hh:mm"/><numFmt numFmtId="166" formatCode="hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><i/><sz val="11"/><color rgb="FF6B7280"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE5E7EB"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="2" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function sheetXml(sheet: WrittenSheet, strings: Map<string, number>): string {
  const lines = [
    rowXml(
      1,
      sheet.headers.map((text) => ({ text, style: 'heading' })),
      strings,
    ),
  ]
  for (const cells of sheet.rows()) lines.push(rowXml(lines.length + 1, cells, strings))
  const columns = sheet.widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${
    columns && `<cols>${columns}</cols>`
  }<sheetData>${lines.join('')}</sheetData>${choicesXml(sheet.choices ?? [])}</worksheet>`
}

function rowXml(row: number, cells: readonly Cell[], strings: Map<string, number>): string {
  const inside = cells.map((cell, place) => cellXml(cell, `${letterOf(place)}${row}`, strings))
  return `<row r="${row}">${inside.join('')}</row>`
}

function cellXml(cell: Cell, reference: string, strings: Map<string, number>): string {
  if (cell === '') return ''
  const { style = 'plain' } = typeof cell === 'string' ? {} : cell
  const styled = style === 'plain' ? '' : ` s="${STYLES.indexOf(style)}"`
  if (typeof cell === 'object' && 'number' in cell)
    return `<c r="${reference}"${styled}><v>${cell.number}</v></c>`
  const text = typeof cell === 'string' ? cell : cell.text
  const at = strings.get(text) ?? strings.size
  strings.set(text, at)
  return `<c r="${reference}"${styled} t="s"><v>${at}</v></c>`
}

const stringsXml = (strings: ReadonlyMap<string, number>): string =>
  `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">${[...strings.keys()]
    .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
    .join('')}</sst>`

function choicesXml(choices: NonNullable<WrittenSheet['choices']>): string {
  if (choices.length === 0) return ''
  const lists = choices.map(({ place, values }) => {
    const letter = letterOf(place)
    const attributes = 'type="list" allowBlank="1" showErrorMessage="0"'
    const where = `sqref="${letter}2:${letter}${CHOICE_ROWS}"`
    return `<dataValidation ${attributes} ${where}><formula1>"${escaped(values.join(','))}"</formula1></dataValidation>`
  })
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML cannot hold, what it would change, and what would be taken for the mark of either. */
const UNFIT = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/giu

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(
      UNFIT,
      (each) => `_x${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (each) => NAMED[each] ?? each)

const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26)
