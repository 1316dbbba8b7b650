// The example calendars of feeds/.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const EXAMPLES = fileURLToPath(new URL('../feeds/', import.meta.url))

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)

/** `partner/calendar` */
export const exampleCalendars = foldersIn(EXAMPLES).flatMap((partner) =>
  foldersIn(join(EXAMPLES, partner)).map((calendar) => `${partner}/${calendar}`),
)
