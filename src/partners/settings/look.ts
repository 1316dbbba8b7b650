// How a partner looks: its texts, its colour, its logo.

import type { z } from '@hono/zod-openapi'
import { cleanImage } from '../../images/clean.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { recordAudit, settingsChanged } from '../../storage/audit.ts'
import { sha256 } from '../../storage/digest.ts'
import {
  changeLogo,
  changePartnerLook,
  findPartnerById,
  type Partner,
  type PartnerLook,
} from '../../storage/partners.ts'
import type { lookBody } from './settings-body.ts'

export const MAX_LOGO_BYTES = 512 * 1024

/** What a logo's file is called by its kind. */
const ENDINGS = { png: 'png', jpeg: 'jpg' }

export async function changeLook(
  ports: Ports,
  partner: Partner,
  body: z.infer<typeof lookBody>,
  author: string,
): Promise<Partner> {
  const told = Object.entries(body).filter(([, value]) => value !== undefined)
  const look = { ...partner, ...Object.fromEntries(told) }
  const about = { fields: settingsChanged(partner, look) ?? [] }
  if (about.fields.length === 0) return partner
  const changed = about.fields.map(({ field, to }) => [field, to])
  await ports.db.batch([
    changePartnerLook(partner.id, Object.fromEntries(changed) as PartnerLook),
    recordAudit(ports, partner.id, { author, action: 'settings.changed', about }),
  ])
  return partnerNow(ports, partner)
}

/** Looked at and written anew; the bytes as they were given are not kept. */
export async function giveLogo(
  ports: Ports,
  partner: Partner,
  bytes: Uint8Array,
  author: string,
): Promise<Partner> {
  if (bytes.length > MAX_LOGO_BYTES) throw new Problem('too_large', { limit: MAX_LOGO_BYTES })
  const image = await cleanImage(bytes)
  const logo = `${await sha256(image.bytes)}.${ENDINGS[image.type]}`
  await ports.blobs.put(`logos/${logo}`, image.bytes)
  return changeLogoTo(ports, partner, logo, author)
}

/** What was shown stays stored, as uploads do, and is shown no more. */
export async function changeLogoTo(
  ports: Ports,
  partner: Partner,
  logo: string | null,
  author: string,
): Promise<Partner> {
  if (logo === partner.logo) return partner
  const about = { fields: settingsChanged({ logo: partner.logo }, { logo }) ?? [] }
  await ports.db.batch([
    changeLogo(partner.id, logo),
    recordAudit(ports, partner.id, { author, action: 'settings.changed', about }),
  ])
  return partnerNow(ports, partner)
}

async function partnerNow({ db }: Ports, { id, slug }: Partner): Promise<Partner> {
  const partner = await findPartnerById(db, id)
  if (!partner) throw new Error(`partner ${slug} is not there after being saved`)
  return partner
}
