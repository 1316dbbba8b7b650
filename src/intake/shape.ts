// Where in a table's rows each field stands.

import type { Column, Field } from './column-meaning.ts'
import { type Given, splitList } from './given.ts'
import type { TableRow } from './table-row.ts'

export interface Shape {
  places: Map<Field, number>
  translated: { column: Column; field: 'title' | 'description' | 'location'; language: string }[]
  unknown: { name: string; place: number }[]
  header(field: Field): string
}

export function shapeOf(columns: readonly Column[]): Shape {
  const fields = columns.flatMap((column) =>
    'field' in column.meaning ? [{ column, field: column.meaning.field }] : [],
  )
  const headers = new Map(fields.map(({ column, field }) => [field, column.header]))
  return {
    places: new Map(fields.map(({ column, field }) => [field, column.place])),
    translated: columns.flatMap((column) => {
      if (!('translated' in column.meaning)) return []
      const { translated, language } = column.meaning
      return [{ column, field: translated === 'venue' ? 'location' : translated, language }]
    }),
    unknown: columns
      .filter(({ meaning }) => 'unknown' in meaning)
      .map(({ header, place }) => ({ name: header, place })),
    header: (field) => headers.get(field) ?? field,
  }
}

export function givenOf({ row, cells }: TableRow, shape: Shape): Given {
  const cell = (place: number) => cells[place] ?? ''
  const text = (field: Field) => {
    const place = shape.places.get(field)
    return place === undefined ? undefined : cell(place)
  }
  return {
    row,
    text,
    list: (field) => {
      const items = text(field)
      return items === undefined ? undefined : splitList(items)
    },
    translations: shape.translated.map(({ column, field, language }) => ({
      ...{ field, language, text: cell(column.place), where: { row, column: column.header } },
    })),
    links: undefined,
    extra: Object.fromEntries(shape.unknown.map(({ name, place }) => [name, cell(place)])),
    where: (field) => ({ row, column: shape.header(field) }),
  }
}
