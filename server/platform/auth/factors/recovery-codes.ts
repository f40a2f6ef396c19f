import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { derivedRing, type KeyRing } from '#server/platform/sealing/index.ts'

const codeCount = 10
const codeLength = 10
// Without those that look alike: 0 and o, 1, i and l, u and v.
const alphabet = '23456789abcdefghjkmnpqrstwxyz'

const newCode = () => Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** As people write it: groups, spaces and capitals do not count. */
const bare = (code: string) => code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')

interface Owner {
  readonly accountId: string
  /** Of the account's authenticator app. */
  readonly secret: Buffer
}

/** Replaces an account's codes. @returns them as they are shown, this one time: `abcde-fghjk` */
export async function replaceRecoveryCodes(
  connection: Pick<PoolClient, 'query'>,
  owner: Owner,
): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, newCode)
  await connection.query(
    `with gone as (delete from kith.recovery_code where account_id = $1)
     insert into kith.recovery_code (account_id, digest) select $1, unnest($2::bytea[])`,
    [owner.accountId, codes.map((code) => digestOf(owner, code))],
  )
  return codes.map((code) => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`)
}

/** Takes a code, once. @returns whether it was one that was not used yet */
export async function takeRecoveryCode(
  pool: Pool,
  ring: KeyRing,
  owner: Owner,
  typed: string,
): Promise<boolean> {
  const code = bare(typed)
  if (code.length !== codeLength) return false
  const digests = [digestOf(owner, code), ...digestsUnderRing(ring, owner.accountId, code)]
  const { rowCount } = await pool.query(
    `update kith.recovery_code set used_at = now()
     where account_id = $1 and digest = any($2) and used_at is null`,
    [owner.accountId, digests],
  )
  return rowCount === 1
}

/** Keyed by the app's secret, which is sealed: so they outlive a change of KITH_SECRET. */
function digestOf({ accountId, secret }: Owner, code: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, 'kith', 'recovery codes', 32))
  return createHmac('sha256', key).update(`recovery code\n${accountId}\n${code}`).digest()
}

/** Codes of older installations are keyed by KITH_SECRET itself. */
function digestsUnderRing(ring: KeyRing, accountId: string, code: string): Buffer[] {
  return derivedRing(ring, 'second factors').map((secret) =>
    createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, 'kith', 'digest', 32)))
      .update(`recovery code\n${accountId}\n${code}`)
      .digest(),
  )
}
