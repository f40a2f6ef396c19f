import { randomInt } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Sealing } from './sealing.ts'

const codeCount = 10
const codeLength = 10
// Without those that look alike: 0 and o, 1, i and l, u and v.
const alphabet = '23456789abcdefghjkmnpqrstwxyz'

const newCode = () => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** As people write it: groups, spaces and capitals do not count. */
const bare = (code: string) => code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')

/** Replaces an account's codes. @returns them as they are shown, this one time: `abcde-fghjk` */
export async function replaceRecoveryCodes(
  connection: Pick<PoolClient, 'query'>,
  sealing: Sealing,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newCode)
  await connection.query(
    `with gone as (delete from kith.recovery_code where account_id = $1)
     insert into kith.recovery_code (account_id, digest) select $1, unnest($2::bytea[])`,
    [accountId, codes.map((code) => digestOf(sealing, accountId, code))],
  )
  return codes.map((code) => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`)
}

/** Takes a code, once. @returns whether it was one that was not used yet */
export async function takeRecoveryCode(
  pool: Pool,
  sealing: Sealing,
  accountId: string,
  typed: string,
): Promise<boolean> {
  const code = bare(typed)
  if (code.length !== codeLength) return false
  const { rowCount } = await pool.query(
    `update kith.recovery_code set used_at = now()
     where account_id = $1 and digest = $2 and used_at is null`,
    [accountId, digestOf(sealing, accountId, code)],
  )
  return rowCount === 1
}

const digestOf = (sealing: Sealing, accountId: string, code: string) =>
  sealing.digest(`recovery code\n${accountId}\n${code}`)
