import type { Pool } from 'pg'
import { isDatabaseError } from '#server/platform/database/failures.ts'
import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type Account, accountColumns, type Membership } from './account.ts'
import { type Identifier, parseEmail, parseMobile } from './identifier.ts'
import { passwordIssues } from './password-rules.ts'

/** A person as typed: one way in at least. */
export interface NewAccount {
  readonly name: string
  readonly email?: string | undefined
  readonly mobile?: string | undefined
  readonly password: string
  /** The workspace that they join: it may ask for a longer password than all do. */
  readonly workspaceId?: string
}

/** A person as kept, and the password's hash. */
export interface PreparedAccount extends Account {
  readonly passwordHash: string
}

const longestName = 200

/**
 * Checks what was typed and hashes the password; nothing is written.
 * @throws AppError naming each bad input by its JSON Pointer
 */
export async function prepareAccount(
  input: NewAccount,
  hash: (password: string) => Promise<string>,
  least?: number,
): Promise<PreparedAccount> {
  const name = input.name.normalize('NFC').trim()
  const { email, mobile, issues } = await readWaysIn(input)
  const all = [
    ...nameIssues(name),
    ...issues,
    ...(await passwordIssues(input.password, '/password', knownOf(input), least)),
  ]
  if (all.length > 0) throw invalidInput(all)
  return { id: uuidv7(), name, email, mobile, passwordHash: await hash(input.password) }
}

/** The ways in that were typed, in the form in which they are kept. An empty text is none. */
export async function readWaysIn(input: Pick<NewAccount, 'email' | 'mobile'>): Promise<{
  email: string | null
  mobile: string | null
  issues: Issue[]
}> {
  const given = { email: input.email?.trim() || null, mobile: input.mobile?.trim() || null }
  const email = given.email === null ? null : (parseEmail(given.email) ?? null)
  const mobile = given.mobile === null ? null : ((await parseMobile(given.mobile)) ?? null)
  const issues: Issue[] = []
  if (given.email !== null && email === null) issues.push({ path: '/email', code: 'invalid_email' })
  if (given.mobile !== null && mobile === null) issues.push({ path: '/mobile', code: 'invalid_mobile' })
  if (given.email === null && given.mobile === null)
    issues.push({ path: '/email', code: 'email_or_mobile_required' })
  return { email, mobile, issues }
}

/**
 * Writes an account with its password, and its first membership where one is given, all or nothing.
 * @throws AppError account_exists
 */
export async function insertAccount(
  pool: Pool,
  account: PreparedAccount,
  membership?: Omit<Membership, 'accountId'>,
): Promise<Account> {
  const { id, name, email, mobile, passwordHash } = account
  const values = [id, name, email, mobile, uuidv7(), passwordHash]
  try {
    await pool.query(
      `with made as (
         insert into kith.account (id, name, email, mobile, internal_address)
         values ($1, $2, $3, $4, $1::uuid::text || '@account.invalid') returning id),
       proof as (
         insert into kith.credential (id, account_id, provider, provider_account_id, password)
         select $5, id, 'credential', id::text, $6 from made)
       ${membership === undefined ? 'select 1' : firstMembership}`,
      membership === undefined
        ? values
        : [...values, membership.workspaceId, membership.userId, membership.actorId, membership.role],
    )
  } catch (error) {
    if (!isDatabaseError(error, '23505')) throw error
    throw new AppError('account_exists', { identifier: takenIdentifier(error, account) }, { cause: error })
  }
  return { id, name, email, mobile }
}

const firstMembership = `insert into kith.membership (account_id, workspace_id, user_id, actor_id, role)
       select id, $7, $8, $9, $10 from made`

function takenIdentifier(error: unknown, { email, mobile }: PreparedAccount): string {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined
  return (constraint === 'account_mobile_key' ? mobile : email) ?? ''
}

export async function findAccount(pool: Pool, accountId: string): Promise<Account | undefined> {
  const { rows } = await pool.query<Account>(
    `select ${accountColumns} from kith.account where account.id = $1`,
    [accountId],
  )
  return rows[0]
}

/** The accounts that this address or number signs in to: one, unless they belong to two people. */
export async function findAccounts(
  pool: Pool,
  { email, mobile }: { readonly email: string | null; readonly mobile: string | null },
): Promise<Account[]> {
  const { rows } = await pool.query<Account>(
    `select ${accountColumns} from kith.account where account.email = $1 or account.mobile = $2`,
    [email, mobile],
  )
  return rows
}

export async function findAccountBy(pool: Pool, { kind, value }: Identifier): Promise<Account | undefined> {
  const [account] = await findAccounts(pool, { email: null, mobile: null, [kind]: value })
  return account
}

/** What colleagues know of a person. */
export const knownOf = ({
  name,
  email,
  mobile,
}: { [K in 'name' | 'email' | 'mobile']?: string | null | undefined }) =>
  [name, email, mobile].filter((text): text is string => text != null && text !== '')

function nameIssues(name: string): Issue[] {
  if (name === '') return [{ path: '/name', code: 'required', parameters: { label: 'name' } }]
  if (name.includes('\0') || !name.isWellFormed()) return [{ path: '/name', code: 'invalid_text' }]
  if (name.length > longestName)
    return [{ path: '/name', code: 'text_too_long', parameters: { most: longestName } }]
  return []
}
