// The review of an upload, and what is done in it: answer, look again, publish, throw away.

import { type Context, Hono } from 'hono'
import type { Cell } from '../../../intake/answers.ts'
import { reachOf } from '../../../ledger/reach.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import type { Upload } from '../../../storage/uploads.ts'
import { loadShown } from '../../upload/plan.ts'
import { schedulePublication, unschedulePublication } from '../../upload/publication-time.ts'
import { publishUpload } from '../../upload/publish-upload.ts'
import { fileOf, type Review, reviewAgain, throwAway } from '../../upload/review.ts'
import { readUpload } from '../../upload/upload.ts'
import { consolePage } from '../frame/frame.ts'
import { fieldIn, fieldsOf, uploadHere } from '../frame/here.ts'
import { answersIn, type Fields, matchingIn, wrongRows } from './review-forms.ts'
import { guardedCount, reviewBody } from './review-page.ts'
import { WORDS } from './review-words.ts'
import { wrongRowsCsv } from './wrong-rows.ts'

const path = '/console/uploads/:id'

export function reviewPages(ports: Ports): Hono {
  return new Hono()
    .get(path, (c) => answerReview(ports, c))
    .post(`${path}/answers`, async (c) => {
      const { upload } = await uploadHere(ports, c, 'editor')
      await reviewAgain(ports, upload, await reviewIn(ports, c, upload))
      return back(c, upload)
    })
    .post(`${path}/publication`, (c) => publication(ports, c))
    .post(`${path}/unscheduled`, async (c) => {
      const { upload } = await uploadHere(ports, c, 'editor')
      await unschedulePublication(ports, upload)
      return back(c, upload)
    })
    .post(`${path}/discarded`, async (c) => {
      const { upload, calendar } = await uploadHere(ports, c, 'editor')
      await throwAway(ports, upload)
      return c.redirect(`/console/calendars/${calendar.slug}`, 303)
    })
    .get(`${path}/wrong-rows.csv`, async (c) => {
      const { upload, calendar, session } = await uploadHere(ports, c)
      const reading = await readUpload(ports, calendar, upload, await fileOf(ports, upload))
      return c.body(wrongRowsCsv(reading, session.language), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="wrong-rows.csv"',
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      })
    })
}

async function answerReview(ports: Ports, c: Context): Promise<Response> {
  const { upload, calendar, csrf, mayChange, session } = await uploadHere(ports, c)
  const { language } = session
  const [shown, reach] = await Promise.all([
    loadShown(ports.blobs, upload),
    reachOf(ports.db, calendar, ports.now()),
  ])
  const words = WORDS[language]
  return consolePage(c, {
    ...{ title: words.title(upload.filename ?? words.pasted), session },
    body: reviewBody({
      ...{ upload, shown, calendar, reach, now: ports.now(), language, csrf, mayChange },
    }),
  })
}

const back = (c: Context, { id }: Upload) => c.redirect(`/console/uploads/${id}`, 303)

/** What the pressed button means. */
async function reviewIn(ports: Ports, c: Context, upload: Upload): Promise<Review> {
  const fields = await fieldsOf(c)
  const act = fieldIn(fields, 'do')
  if (act === 'again') return { answers: {} }
  if (act === 'match' && upload.layout) {
    const doubled = upload.findings.filter(({ code }) => code === 'header.duplicate')
    return matchingIn(fields, upload.layout, new Set(doubled.map(({ column }) => column)))
  }
  if (act === 'leave-all') return { answers: { leaveOut: await withWrongRows(ports, c, upload) } }
  const { answers } = answersIn(fields, (cell) => saysTheSame(upload, cell))
  // A row that is left out, and a conflict that is settled, are not shown again: they stay answered.
  const kept = (name: 'leaveOut' | 'takeFile') => {
    const all = [...new Set([...(upload.answers[name] ?? []), ...(answers[name] ?? [])])]
    return all.length > 0 ? { [name]: all } : {}
  }
  return { answers: { ...answers, ...kept('leaveOut'), ...kept('takeFile') } }
}

/** A cell that was shown and left alone is no correction. */
const saysTheSame = ({ findings }: Upload, { row, column, value }: Cell): boolean =>
  findings.some(
    (found) => found.row === row && found.column === column && (found.value ?? '') === value,
  )

async function withWrongRows(ports: Ports, c: Context, upload: Upload): Promise<number[]> {
  const { calendar } = await uploadHere(ports, c, 'editor')
  const reading = await readUpload(ports, calendar, upload, await fileOf(ports, upload))
  return [...new Set([...(upload.answers.leaveOut ?? []), ...wrongRows(reading)])]
}

async function publication(ports: Ports, c: Context): Promise<Response> {
  const { upload, session } = await uploadHere(ports, c, 'editor')
  const fields = await fieldsOf(c)
  // Somebody answered meanwhile: what was looked at is not what would be published.
  const plan = fieldIn(fields, 'plan')
  if (plan !== null && plan !== upload.planKey) return back(c, upload)
  const terms = { ...agreed(upload, fields), author: session.principal.label }
  const at = fieldIn(fields, 'when') === 'later' ? fieldIn(fields, 'at') : null
  if (fieldIn(fields, 'when') === 'later' && !at)
    throw new Problem('publication_time', { value: '', why: 'unreadable', now: ports.now() })
  if (at) await schedulePublication(ports, upload, at, terms)
  else await publishUpload(ports, upload, terms)
  return back(c, upload)
}

/** Defaults are taken only by who ticked the box, and typed how many events are cancelled. */
function agreed(upload: Upload, fields: Fields): { confirm: boolean; reason: string | null } {
  const guarded = guardedCount(upload)
  const typed = fieldIn(fields, 'typed')
  if (guarded !== null && typed !== String(guarded))
    throw new Problem('guard_not_confirmed', { typed: typed ?? '', wanted: guarded })
  const defaults = fieldIn(fields, 'defaults') === 'yes'
  const asked = upload.findings.some(({ code }) => code.startsWith('identity.'))
  const confirm = defaults || (guarded !== null && !asked)
  return { confirm, reason: fieldIn(fields, 'reason')?.slice(0, 200) ?? null }
}
