// What is done to one event of a link: hidden, brought back, noted. Every act leads to a page that
// says what happens now.

import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { NO_OVERLAY, type Overlay } from '../../schedule/overlay.ts'
import { invalid } from '../../schedule/subscription.ts'
import { changeOverlay, dropOverlay, type Laid } from '../../subscriptions/overlay.ts'
import { notedFields } from './event-view.ts'
import { alarmsIn, type Fields } from './fields.ts'
import { backTo } from './frame.ts'
import { requireUpToDate } from './meanwhile.ts'
import { eventRemindersIn } from './reminder-fields.ts'

const ACTS = ['hide', 'show', 'skip', 'unskip', 'note', 'clear'] as const
type Act = (typeof ACTS)[number]

const DID: Record<Act, string> = {
  ...{ hide: 'hidden', skip: 'hidden', show: 'shown', unskip: 'shown' },
  ...{ note: 'saved', clear: 'saved' },
}

/** Throws `Outdated`, `choice_invalid` for an act that there is not, and what an overlay is refused for. */
export async function actOnEvent(ports: Ports, c: Context, fields: Fields): Promise<Response> {
  const [token, uid] = [c.req.param('token') ?? '', c.req.param('uid') ?? '']
  const named = fields.get('act') ?? ''
  const act = ACTS.find((each) => each === named)
  if (!act) throw invalid('act', named, ACTS.join(', '))
  const day = fields.get('day') ?? ''
  if (act === 'show' || act === 'clear' || act === 'unskip')
    await takeBack(ports, token, uid, fields)
  else
    await changeOverlay(ports, token, uid, async (laid) => {
      if (act === 'note') await requireUpToDate(notedFields(laid), fields)
      return overlaid(act, laid, fields)
    })
  const about = new URLSearchParams({ did: DID[act], act, uid, ...(day ? { day } : {}) })
  if (fields.get('back') !== 'list')
    return backTo(c, `/my/${token}/${encodeURIComponent(uid)}?${about}`)
  return backTo(c, `/my/${token}?${about}&back=list`)
}

/** Also of an event that has left its calendar meanwhile, of which nothing else can be changed. */
async function takeBack(ports: Ports, token: string, uid: string, fields: Fields): Promise<void> {
  if (fields.get('act') === 'clear') return void (await dropOverlay(ports, token, uid))
  try {
    await changeOverlay(ports, token, uid, ({ overlay }) => shownAgain(overlay, fields))
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'not_found')) throw error
    await dropOverlay(ports, token, uid)
  }
}

function shownAgain(overlay: Overlay, fields: Fields): Overlay {
  if (fields.get('act') === 'show') return { ...overlay, hidden: false }
  const day = fields.get('day')
  return { ...overlay, skipped: overlay.skipped.filter((each) => each !== day) }
}

function overlaid(act: 'hide' | 'skip' | 'note', { overlay }: Laid, fields: Fields): Overlay {
  if (act === 'hide') return { ...overlay, hidden: true }
  if (act === 'skip') return { ...overlay, skipped: [...overlay.skipped, fields.get('day') ?? ''] }
  const isOwn = fields.get('alarms') === 'own'
  return {
    ...overlay,
    memo: fields.get('memo') ?? NO_OVERLAY.memo,
    alarms: isOwn ? alarmsIn(fields) : null,
    reminders: fields.has('remind') ? eventRemindersIn(fields) : overlay.reminders,
  }
}
