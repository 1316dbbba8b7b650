// What the doctor says of a file, as the golden cases hold it.

import { DEFECTS } from '../../src/doctor/defects.ts'
import { checkFeed } from '../../src/doctor/feed.ts'
import { notesOnFeed } from '../../src/doctor/notes.ts'
import { healthOf, verdicts } from '../../src/doctor/verdict.ts'
import { describeDefect, describeVerdict } from '../../src/doctor/words.ts'

export function told(bytes: Uint8Array) {
  const notes = notesOnFeed()
  checkFeed(bytes, notes)
  const defects = notes.defects()
  return {
    health: healthOf(defects),
    defects: defects.map((defect) => ({
      ...{ code: defect.code, item: DEFECTS[defect.code].item },
      ...{ severity: DEFECTS[defect.code].severity, count: defect.count },
      ...{ places: defect.places, found: describeDefect(defect, 'en').found },
    })),
    clients: Object.fromEntries(
      verdicts(defects).map((verdict) => [verdict.client, describeVerdict(verdict, 'en')]),
    ),
  }
}
