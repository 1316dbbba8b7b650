// Notices of sources: who must be told what, once for each change of state; and giving them.

import { chooseLanguage } from '../../language/choose.ts'
import { describeNotice } from '../../language/notices.ts'
import { describeProblem } from '../../language/problems.ts'
import type { Ports } from '../../ports.ts'
import type { Calendar } from '../../storage/calendars.ts'
import type { Statement } from '../../storage/database.ts'
import { insertNotice, type Notice } from '../../storage/notices.ts'
import { findPartnerById } from '../../storage/partners.ts'
import type { Source, SourceState } from '../../storage/sources.ts'

/** A server that is away for a moment is no news. */
export const FAILURES_BEFORE_NOTICE = 2

/** The statements that put them into the outbox, and the state that is told with them. */
export async function noticesOf(
  ports: Ports,
  calendar: Calendar,
  source: Source,
): Promise<{ notices: Statement[]; noticed: SourceState }> {
  const { state, noticed, failures } = source
  if (state === noticed || (state === 'failing' && failures < FAILURES_BEFORE_NOTICE))
    return { notices: [], noticed }
  // Whoever looked at what waited knows what became of it.
  if (state === 'ok' && noticed === 'waiting') return { notices: [], noticed: state }
  const told = await contentOf(ports, calendar, source)
  const notice = (channel: Notice['channel'], body: object): Statement =>
    insertNotice({
      ...{ id: `msg_${ports.mint()}`, partnerId: source.partnerId, sourceId: source.id, channel },
      ...{ body: JSON.stringify(body), tries: 0, nextAt: ports.now(), createdAt: ports.now() },
    })
  const notices = [
    ...(source.webhook ? [notice('webhook', told.webhook)] : []),
    ...(source.email ? [notice('email', told.letter)] : []),
  ]
  return { notices, noticed: state }
}

async function contentOf({ db, config, now }: Ports, calendar: Calendar, source: Source) {
  const partner = await findPartnerById(db, source.partnerId)
  const language = chooseLanguage(null, partner?.locale ?? 'en')
  const { state, url, uploadId, nextAt } = source
  const problem = source.problem && {
    code: source.problem.code,
    message: describeProblem(source.problem.code, source.problem.params, language).detail,
  }
  const page = `${config.publicUrl}/console/${calendar.slug}/uploads/${uploadId}`
  const letter = describeNotice(
    state,
    { name: calendar.settings.name, url, page, nextAt, message: problem?.message ?? '' },
    language,
  )
  const data = {
    ...{ partner: calendar.partner, calendar: calendar.slug, source: source.id, url, state },
    ...{ upload: state === 'waiting' ? uploadId : null, problem },
  }
  return { webhook: { type: `source.${state}`, timestamp: now(), data }, letter }
}
