import type { Pool } from 'pg'
import { parseEmail, parseMobile } from '../identifier.ts'
import type { Provider } from './provider.ts'
import type { OutsidePerson } from './provider-kind.ts'
import { ProviderRefusal } from './refusal.ts'

/** Whom an outside identity is in the provider's workspace. */
export type Found =
  | { readonly how: 'known' | 'linked'; readonly accountId: string }
  /** Nobody yet, and the provider makes members. The ways in are theirs and nobody else's. */
  | { readonly how: 'new'; readonly ways: Ways }

export interface Ways {
  readonly email: string | null
  readonly mobile: string | null
}

interface Candidate {
  readonly accountId: string
  readonly active: boolean
  readonly knownOtherwise: boolean
}

/**
 * Looks for an outside identity, and changes nothing: by its subject; else by what the provider made sure of, among the
 * members of its own workspace alone, since it may vouch for nobody else.
 * @throws ProviderRefusal member_deactivated, ambiguous_person, other_identity_known, unknown_person; why an address was withheld
 */
export async function findMember(pool: Pool, provider: Provider, person: OutsidePerson): Promise<Found> {
  const known = await knownMember(pool, provider, person.subject)
  if (known !== undefined) return { how: 'known', accountId: known }
  const ways = {
    email: person.emailVerified && person.email !== null ? (parseEmail(person.email) ?? null) : null,
    mobile: person.mobile === null ? null : ((await parseMobile(person.mobile)) ?? null),
  }
  const [candidate, another] = await candidatesOf(pool, provider, ways)
  if (another !== undefined) throw new ProviderRefusal('ambiguous_person')
  if (candidate !== undefined) {
    if (!candidate.active) throw new ProviderRefusal('member_deactivated')
    // An address that passed to somebody else brings their identity along, not that of who had it before.
    if (candidate.knownOtherwise) throw new ProviderRefusal('other_identity_known')
    return { how: 'linked', accountId: candidate.accountId }
  }
  if (person.withheld !== undefined) throw new ProviderRefusal(person.withheld)
  if (!provider.provision) throw new ProviderRefusal('unknown_person')
  return { how: 'new', ways: await freeWays(pool, ways) }
}

async function knownMember(pool: Pool, { id, workspaceId }: Provider, subject: string) {
  const { rows } = await pool.query<{ accountId: string; active: boolean | null }>(
    `select credential.account_id "accountId", membership.deactivated_at is null and membership.account_id is not null active
     from kith.credential left join kith.membership
       on membership.account_id = credential.account_id and membership.workspace_id = $3
     where provider = $1 and provider_account_id = $2`,
    [id, subject, workspaceId],
  )
  const [row] = rows
  if (row?.active === false) throw new ProviderRefusal('member_deactivated')
  return row?.accountId
}

async function candidatesOf(
  pool: Pool,
  { id, workspaceId }: Provider,
  { email, mobile }: Ways,
): Promise<Candidate[]> {
  const { rows } = await pool.query<Candidate>(
    `select account.id "accountId", membership.deactivated_at is null active,
       exists (select from kith.credential where account_id = account.id and provider = $2) "knownOtherwise"
     from kith.account join kith.membership on membership.account_id = account.id
     where membership.workspace_id = $1 and (account.email = $3 or account.mobile = $4)`,
    [workspaceId, id, email, mobile],
  )
  return rows
}

/** Those that lead to nobody yet: an account outside the workspace keeps what is its own, and nobody learns of it. */
async function freeWays(pool: Pool, { email, mobile }: Ways): Promise<Ways> {
  const { rows } = await pool.query<Ways>(
    'select email, mobile from kith.account where email = $1 or mobile = $2',
    [email, mobile],
  )
  return {
    email: rows.some((row) => row.email === email) ? null : email,
    mobile: rows.some((row) => row.mobile === mobile) ? null : mobile,
  }
}
