import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'

const windowSeconds = 15 * 60

// A whole office may come from one address, and everybody does behind a proxy.
const limits = { identifier: 10, address: 100 } as const

export interface SignInLimit {
  /**
   * Counts an attempt before its password is looked at, so that attempts sent at once cannot slip through together.
   * @throws AppError too_many_requests with the seconds until the next attempt counts
   */
  begin(identifier: string, address: string): Promise<void>
  /** Takes the attempt back: it succeeded. */
  succeed(identifier: string, address: string): Promise<void>
}

/** Failed attempts per identifier and per network address within 15 minutes, kept in the database. */
export function createSignInLimit(pool: Pool): SignInLimit {
  return {
    async begin(identifier, address) {
      const { rows } = await pool.query<{ subject: Buffer; attempts: number; seconds: number }>(
        // Ordered, so that two statements never wait for each other in a circle.
        `insert into kith.sign_in_attempt as known (subject, attempts, started_at)
         select subject, 1, now() from unnest($1::bytea[]) subject order by subject
         on conflict (subject) do update set
           attempts = case when known.started_at < now() - $2 * interval '1 second' then 1
                           else known.attempts + 1 end,
           started_at = case when known.started_at < now() - $2 * interval '1 second' then now()
                             else known.started_at end
         returning subject, attempts,
           greatest(1, ceil($2 - extract(epoch from now() - started_at)))::int seconds`,
        [[identifierSubject(identifier), addressSubject(address)], windowSeconds],
      )
      const isIdentifier = (subject: Buffer) => subject.equals(identifierSubject(identifier))
      const exceeded = rows.filter(
        ({ subject, attempts }) => attempts > limits[isIdentifier(subject) ? 'identifier' : 'address'],
      )
      if (exceeded.length === 0) return
      const seconds = Math.max(...exceeded.map((row) => row.seconds))
      throw new AppError('too_many_requests', { seconds }, { details: { retryAfter: seconds } })
    },
    async succeed(identifier, address) {
      await pool.query('delete from kith.sign_in_attempt where subject = $1', [identifierSubject(identifier)])
      await pool.query(
        'update kith.sign_in_attempt set attempts = attempts - 1 where subject = $1 and attempts > 0',
        [addressSubject(address)],
      )
      await pool.query(
        `delete from kith.sign_in_attempt where subject in (
           select subject from kith.sign_in_attempt where started_at < now() - $1 * interval '1 second'
           limit 100 for update skip locked)`,
        [windowSeconds],
      )
    },
  }
}

const identifierSubject = (identifier: string) => subjectOf('identifier', identifier)
const addressSubject = (address: string) => subjectOf('address', address)

// Hashed: an identifier is whatever somebody typed, a password in the wrong field among it.
function subjectOf(kind: string, value: string): Buffer {
  return createHash('sha256').update(`${kind}\n${value}`).digest()
}
