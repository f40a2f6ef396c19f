import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'

const windowSeconds = 15 * 60

// A code has six digits: five guesses in 15 minutes find one of three within a year of nights, ten would not do. A whole office
// may come from one address, and everybody does behind a proxy.
const limits = { identifier: 10, code: 5, address: 100 } as const
type Subject = keyof typeof limits

/** For whom an attempt counts: what was typed to be known by, the account whose code is asked for, where it came from. */
export type Counted = { readonly address: string } & { readonly [S in Subject]?: string }

export interface SignInLimit {
  /**
   * Counts an attempt before its password is looked at, so that attempts sent at once cannot slip through together.
   * @throws AppError too_many_requests with the seconds until the next attempt counts
   */
  begin(counted: Counted): Promise<void>
  /** Takes the attempt back: it succeeded. */
  succeed(counted: Counted): Promise<void>
}

/** Failed attempts per identifier, account and network address within 15 minutes, kept in the database. */
export function createSignInLimit(pool: Pool): SignInLimit {
  return {
    async begin(counted) {
      const subjects = subjectsOf(counted)
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
        [subjects.map(({ digest }) => digest), windowSeconds],
      )
      const exceeded = rows.filter(({ subject, attempts }) =>
        subjects.some(({ digest, most }) => digest.equals(subject) && attempts > most),
      )
      if (exceeded.length === 0) return
      const seconds = Math.max(...exceeded.map((row) => row.seconds))
      throw new AppError('too_many_requests', { seconds }, { details: { retryAfter: seconds } })
    },
    async succeed({ address, ...own }) {
      await pool.query('delete from kith.sign_in_attempt where subject = any($1)', [
        subjectsOf(own).map(({ digest }) => digest),
      ])
      await pool.query(
        'update kith.sign_in_attempt set attempts = attempts - 1 where subject = $1 and attempts > 0',
        subjectsOf({ address }).map(({ digest }) => digest),
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

interface CountedSubject {
  readonly digest: Buffer
  readonly most: number
}

const subjectsOf = (counted: Partial<Counted>): CountedSubject[] =>
  Object.keys(limits)
    .filter((kind): kind is Subject => Object.hasOwn(limits, kind))
    .flatMap((kind) => {
      const value = counted[kind]
      if (value === undefined) return []
      return [{ digest: subjectOf(kind, kind === 'address' ? network(value) : value), most: limits[kind] }]
    })

/** Who has one IPv6 address has the 2^64 beside it as well. */
function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after = ''] = address.split('%', 1)[0]?.split('::') ?? []
  const head = before.split(':')
  const tail = address.includes('::') ? after.split(':') : []
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...(address.includes('::') ? zeros : []), ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')
}

// Hashed: an identifier is whatever somebody typed, a password in the wrong field among it.
function subjectOf(kind: string, value: string): Buffer {
  return createHash('sha256').update(`${kind}\n${value}`).digest()
}
