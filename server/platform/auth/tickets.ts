import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import type { KeyRing } from '#server/platform/sealing/index.ts'

/** What is begun and ended by two requests. A ticket serves its purpose alone. */
export type TicketPurpose =
  | 'second step'
  | 'passkey sign-in'
  | 'passkey proof'
  | 'new passkey'
  | 'outside identity'
  | 'outside request'

/** Why a ticket is not taken: for the audit log. */
export type TicketFailure = 'forged' | 'expired' | 'replayed'

export interface Tickets {
  /** @param subject whom it is for; readable by who holds it @param seconds how long it lasts */
  issue(purpose: TicketPurpose, subject: string, seconds: number): string
  /** Whom a ticket is for. */
  read(purpose: TicketPurpose, ticket: string): { readonly subject: string } | TicketFailure
  /** Uses it up, in every process: undefined once, `replayed` ever after. */
  redeem(ticket: string): Promise<TicketFailure | undefined>
}

const shape = /^([\w-]{22})\.([0-9a-z]{1,9})\.([\w-]*)\.([\w-]{43})$/

/** Signed, so that a page that only shows a sign-in leaves nothing behind; written down when they are used. */
export function createTickets(pool: Pool, ring: KeyRing): Tickets {
  const sign = (purpose: TicketPurpose, text: string, secret = ring[0]) =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest('base64url')
  return {
    issue(purpose, subject, seconds) {
      const until = Math.floor(Date.now() / 1000) + seconds
      const text = `${randomBytes(16).toString('base64url')}.${until.toString(36)}.${subject}`
      return `${text}.${sign(purpose, text)}`
    },
    read(purpose, ticket) {
      const [, nonce = '', until = '', subject = '', given = ''] = shape.exec(ticket) ?? []
      const signed = ring.some((secret) => {
        const expected = sign(purpose, `${nonce}.${until}.${subject}`, secret)
        return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
      })
      if (!signed) return 'forged'
      return Number.parseInt(until, 36) * 1000 > Date.now() ? { subject } : 'expired'
    },
    async redeem(ticket) {
      const until = Number.parseInt(shape.exec(ticket)?.[2] ?? '0', 36)
      const { rowCount } = await pool.query(
        `insert into kith.used_ticket (digest, expires_at) values ($1, to_timestamp($2)) on conflict do nothing`,
        [createHash('sha256').update(ticket).digest(), until],
      )
      await pool.query(
        `delete from kith.used_ticket where digest in (
           select digest from kith.used_ticket where expires_at < now() - interval '1 hour'
           limit 100 for update skip locked)`,
      )
      return rowCount === 1 ? undefined : 'replayed'
    },
  }
}
