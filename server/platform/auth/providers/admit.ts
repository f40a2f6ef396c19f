import type { Pool } from 'pg'
import { uuidv7 } from '#shared/uuid.ts'
import type { Exclusive } from '../exclusive.ts'
import type { AuthHooks } from '../routes/hooks.ts'
import { type Found, findMember, type Ways } from './find-member.ts'
import type { Provider } from './provider.ts'
import type { OutsidePerson } from './provider-kind.ts'
import { ProviderRefusal } from './refusal.ts'

export interface Admitted {
  readonly accountId: string
  readonly how: Found['how']
}

/**
 * Whom an outside identity is; who is found for the first time is known by it from now on, who is nobody becomes a member where
 * the provider makes some.
 * @throws ProviderRefusal as `findMember`, record_of_another_member
 */
export type Admit = (
  provider: Provider,
  person: OutsidePerson,
  createMember: AuthHooks['createMember'],
) => Promise<Admitted>

const longestName = 200

export function createAdmit(pool: Pool, exclusive: Exclusive): Admit {
  return async (provider, person, createMember) => {
    const found = await findMember(pool, provider, person)
    if (found.how === 'known') return found
    // The same person comes twice at once: whoever is second looks again.
    return exclusive('new member', async () => {
      const again = await findMember(pool, provider, person)
      if (again.how === 'new')
        return { how: 'new', accountId: await make(pool, provider, person, again.ways, createMember) }
      if (again.how === 'linked') await link(pool, provider, person.subject, again.accountId)
      return again
    })
  }
}

async function link(pool: Pool, { id }: Provider, subject: string, accountId: string): Promise<void> {
  await pool.query(
    `insert into kith.credential (id, account_id, provider, provider_account_id) values ($1, $2, $3, $4)`,
    [uuidv7(), accountId, id, subject],
  )
}

async function make(
  pool: Pool,
  { id: providerId, workspaceId }: Provider,
  person: OutsidePerson,
  { email, mobile }: Ways,
  createMember: AuthHooks['createMember'],
): Promise<string> {
  const name = nameOf(person)
  const account = { id: uuidv7(), name, email, mobile }
  const { userId, actorId } = await createMember({ workspaceId, account, role: 'member' })
  const { rowCount: taken } = await pool.query(
    'select from kith.membership where workspace_id = $1 and user_id = $2',
    [workspaceId, userId],
  )
  // A record of a colleague who changed their address there would become two people's.
  if (taken !== 0) throw new ProviderRefusal('record_of_another_member')
  await pool.query(
    `with made as (
       insert into kith.account (id, name, email, mobile, internal_address)
       values ($1, $2, $3, $4, $1::uuid::text || '@account.invalid') returning id),
     proof as (
       insert into kith.credential (id, account_id, provider, provider_account_id)
       select $5, id, $6, $7 from made)
     insert into kith.membership (account_id, workspace_id, user_id, actor_id, role)
     select id, $8, $9, $10, 'member' from made`,
    [
      ...[account.id, name, email, mobile],
      ...[uuidv7(), providerId, person.subject],
      ...[workspaceId, userId, actorId],
    ],
  )
  return account.id
}

function nameOf({ name, email, subject }: OutsidePerson): string {
  const given = [name, email ?? '', subject].map((text) =>
    text.toWellFormed().replaceAll('\0', '').normalize('NFC').trim(),
  )
  return (given.find((text) => text !== '') ?? '?').slice(0, longestName)
}
