// Invitations: a link for one person. Only the SHA-256 of its token is stored.

import { type Database, guard, type Statement, sql } from './database.ts'
import type { Role } from './keys.ts'

export interface Invitation {
  id: string
  partnerId: number
  label: string
  role: Role
  createdBy: string
  createdAt: string
  expiresAt: string
}

interface InvitationRow {
  id: string
  partner_id: number
  label: string
  role: string
  created_by: string
  created_at: string
  expires_at: string
}

/** The open one of this token; null when there is none, or it was used, withdrawn or is too old. */
export async function findOpenInvitation(
  db: Database,
  tokenSha256: string,
  now: string,
): Promise<Invitation | null> {
  const [row] = await db.query<InvitationRow>(sql`
    SELECT * FROM invitations WHERE token_sha256 = ${tokenSha256}
      AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}`)
  return row ? invitationOf(row) : null
}

/** A partner's open ones, the latest first. */
export async function openInvitations(
  db: Database,
  partnerId: number,
  now: string,
  limit: number,
): Promise<Invitation[]> {
  const rows = await db.query<InvitationRow>(sql`
    SELECT * FROM invitations WHERE partner_id = ${partnerId}
      AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`)
  return rows.map(invitationOf)
}

export const insertInvitation = (invitation: Invitation, tokenSha256: string): Statement =>
  sql`INSERT INTO invitations (id, token_sha256, partner_id, label, role, created_by, created_at,
        expires_at)
      VALUES (${invitation.id}, ${tokenSha256}, ${invitation.partnerId}, ${invitation.label},
        ${invitation.role}, ${invitation.createdBy}, ${invitation.createdAt},
        ${invitation.expiresAt})`

/** The batch fails when it is not open any more. */
export const useInvitation = (
  { partnerId, id }: Invitation,
  keyId: string,
  now: string,
): Statement[] => [
  guard(sql`
    SELECT COALESCE((SELECT used_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}
                     FROM invitations WHERE partner_id = ${partnerId} AND id = ${id}), 0)`),
  sql`UPDATE invitations SET used_at = ${now}, key_id = ${keyId}
      WHERE partner_id = ${partnerId} AND id = ${id}`,
]

export const withdrawInvitation = (partnerId: number, id: string, now: string): Statement =>
  sql`UPDATE invitations SET revoked_at = ${now}
      WHERE partner_id = ${partnerId} AND id = ${id} AND used_at IS NULL AND revoked_at IS NULL`

const invitationOf = (row: InvitationRow): Invitation => ({
  id: row.id,
  partnerId: row.partner_id,
  label: row.label,
  role: row.role as Role,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})
