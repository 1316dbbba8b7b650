// Who may act for a partner: keys and their roles, and invitations that become keys.

import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { DAY, secondsFrom } from '../../schedule/instants.ts'
import { type Act, recordAudit } from '../../storage/audit.ts'
import { GuardFailed, type Statement } from '../../storage/database.ts'
import { sha256 } from '../../storage/digest.ts'
import {
  findOpenInvitation,
  type Invitation,
  insertInvitation,
  openInvitations,
  useInvitation,
  withdrawInvitation,
} from '../../storage/invitations.ts'
import {
  changeRole,
  findKey,
  insertKey,
  type Key,
  type Role,
  revokeKey,
} from '../../storage/keys.ts'
import type { Partner } from '../../storage/partners.ts'
import { endSessionsOfPartners } from '../../storage/sessions.ts'
import { partnerKey } from '../../web/principal.ts'

export const INVITATION_DAYS = 7
/** A partner has a handful; the oldest of more are not listed. */
export const MAX_OPEN_INVITATIONS = 200

/** What a person is: the name in the history, and what they may do. */
export interface Person {
  label: string
  role: Role
}

interface NewKey {
  id: string
  /** The secret itself: shown once. */
  key: string
  statement: Statement
}

async function newKey({ mint, now }: Ports, partnerId: number, person: Person): Promise<NewKey> {
  const id = mint().slice(-12)
  const key = partnerKey(id, mint() + mint())
  const secretSha256 = await sha256(key)
  return {
    id,
    key,
    statement: insertKey({ id, partnerId, ...person, secretSha256, createdAt: now() }),
  }
}

export async function makeKey(ports: Ports, partner: Partner, person: Person, author: string) {
  const { id, key, statement } = await newKey(ports, partner.id, person)
  const about = { key: id, ...person }
  await ports.db.batch([statement, recordAudit(ports, partner.id, act(author, 'key.made', about))])
  return { id, key }
}

/** Its sessions end with it. */
export async function endKey(ports: Ports, partner: Partner, id: string, author: string) {
  const { label, revokedAt } = await keyOf(ports, partner, id)
  if (revokedAt) return
  await ports.db.batch([
    revokeKey(partner.id, id, ports.now()),
    endSessionsOfPartners(partner.id, id),
    recordAudit(ports, partner.id, act(author, 'key.revoked', { key: id, label })),
  ])
}

/** Sessions of the old role end: who it is signs in anew. */
export async function giveRole(
  ports: Ports,
  partner: Partner,
  { id, role }: { id: string; role: Role },
  author: string,
): Promise<Key> {
  const key = await keyOf(ports, partner, id)
  if (key.revokedAt) throw new Problem('not_found', { what: 'key', name: id })
  if (key.role === role) return key
  const about = { key: id, label: key.label, from: key.role, to: role }
  await ports.db.batch([
    changeRole(partner.id, id, role),
    endSessionsOfPartners(partner.id, id),
    recordAudit(ports, partner.id, act(author, 'key.role', about)),
  ])
  return { ...key, role }
}

async function keyOf({ db }: Ports, partner: Partner, id: string): Promise<Key> {
  const key = await findKey(db, id)
  if (key?.partnerId !== partner.id) throw new Problem('not_found', { what: 'key', name: id })
  return key
}

/** The link is known to nobody but who is told it now. */
export async function invite(ports: Ports, partner: Partner, person: Person, author: string) {
  const token = ports.mint() + ports.mint()
  const createdAt = ports.now()
  const expiresAt = secondsFrom(createdAt, INVITATION_DAYS * DAY)
  const id = ports.mint().slice(-12)
  const invitation: Invitation = {
    ...{ id, partnerId: partner.id, ...person, createdBy: author, createdAt, expiresAt },
  }
  await ports.db.batch([
    insertInvitation(invitation, await sha256(token)),
    recordAudit(ports, partner.id, act(author, 'invitation.made', { invitation: id, ...person })),
  ])
  return { invitation, url: `${ports.config.publicUrl}/console/invitations/${token}` }
}

export async function withdraw(ports: Ports, partner: Partner, id: string, author: string) {
  const open = await openInvitations(ports.db, partner.id, ports.now(), MAX_OPEN_INVITATIONS)
  const found = open.find((invitation) => invitation.id === id)
  if (!found) throw new Problem('not_found', { what: 'invitation', name: id })
  const about = { invitation: id, label: found.label }
  await ports.db.batch([
    withdrawInvitation(partner.id, id, ports.now()),
    recordAudit(ports, partner.id, act(author, 'invitation.withdrawn', about)),
  ])
}

/** The open invitation of a link's token, or `invitation_over`. */
export async function invitationAt(ports: Ports, token: string): Promise<Invitation> {
  const found = await findOpenInvitation(ports.db, await sha256(token), ports.now())
  if (!found) throw new Problem('invitation_over')
  return found
}

/** Makes the key that was promised, with whatever `write` adds to the batch: once, or not at all. */
export async function accept(
  ports: Ports,
  invitation: Invitation,
  write: (key: { id: string; secretSha256: string }, statements: Statement[]) => Promise<void>,
): Promise<string> {
  const { partnerId, label, role, id: invited } = invitation
  const { id, key, statement } = await newKey(ports, partnerId, { label, role })
  const about = { invitation: invited, key: id, role }
  const statements = [
    ...useInvitation(invitation, id, ports.now()),
    statement,
    recordAudit(ports, partnerId, act(label, 'invitation.accepted', about)),
  ]
  try {
    await write({ id, secretSha256: await sha256(key) }, statements)
  } catch (error) {
    if (error instanceof GuardFailed) throw new Problem('invitation_over', {}, { cause: error })
    throw error
  }
  return key
}

const act = (author: string, action: Act['action'], about: Act['about']): Act => ({
  ...{ author, action, about },
})
