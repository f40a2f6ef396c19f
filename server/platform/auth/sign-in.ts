import type { Pool } from 'pg'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { Account } from './account.ts'
import { findAccount, findAccountBy } from './accounts.ts'
import type { Authority, Client } from './authority.ts'
import type { Tell } from './events.ts'
import { parseIdentifier } from './identifier.ts'
import { passwordLength, requireGoodPassword } from './password-rules.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { SignInLimit } from './sign-in-limit.ts'

interface SignInInput extends Client {
  /** An e-mail address or a mobile number, as typed. */
  readonly identifier: string
  readonly password: string
}

interface SignedIn {
  readonly account: Account
  /** Set-Cookie headers. */
  readonly cookies: string[]
}

interface PasswordChange extends Client {
  readonly accountId: string
  /** The request's Cookie header. */
  readonly cookie: string
  readonly currentPassword: string
  readonly newPassword: string
}

export interface SignIn {
  /** @throws AppError invalid_credentials, too_many_requests, no_workspace */
  signIn(input: SignInInput): Promise<SignedIn>
  /** Ends the session of a request's Cookie header, if there is one. @returns Set-Cookie headers */
  signOut(cookie: string | undefined, client?: Client): Promise<string[]>
  /**
   * Ends all sessions of the account and opens one in place of the asking one.
   * @throws AppError invalid_credentials, too_many_requests, password_too_short, not_signed_in
   */
  changePassword(change: PasswordChange): Promise<string[]>
}

interface Parts {
  readonly pool: Pool
  readonly cookie: SessionCookie
  readonly limit: SignInLimit
  readonly authority: () => Promise<Authority>
  readonly sessionEnded: (sessionId: string) => void
  readonly accountChanged: (accountId: string) => void
  readonly tell: Tell
}

export function createSignIn(parts: Parts): SignIn {
  const { pool, cookie, limit, authority, sessionEnded, accountChanged, tell } = parts
  return {
    async signIn({ identifier, password, ...client }) {
      const parsed = await parseIdentifier(identifier)
      const subject = parsed?.value ?? identifier
      const failed = (reason: string, accountId?: string) =>
        tell({ kind: 'signInFailed', method: 'password', accountId, identifier, reason, client })
      await limit.begin(subject, client.address).catch(async (refusal: unknown) => {
        await failed('too_many_attempts')
        throw refusal
      })
      const account = parsed && (await findAccountBy(pool, parsed))
      // An id that nobody has takes the same way through better-auth, hashing included.
      const cookies = await (await authority()).signIn(
        account?.id ?? uuidv7(),
        password.slice(0, passwordLength.most + 1),
        client,
      )
      if (account === undefined || cookies === null) {
        await failed(account === undefined ? 'unknown_account' : 'wrong_password', account?.id)
        throw new AppError('invalid_credentials')
      }
      await tell({ kind: 'signIn', method: 'password', accountId: account.id, client })
      await limit.succeed(subject, client.address)
      await pool.query('delete from kith.session where account_id = $1 and expires_at < now()', [account.id])
      return { account, cookies }
    },

    async signOut(header, client) {
      const value = cookie.read(header)
      const token = value === undefined ? undefined : cookie.verify(value)
      if (token !== undefined) {
        const { rows } = await pool.query<{ id: string; accountId: string }>(
          'delete from kith.session where token = $1 returning id, account_id "accountId"',
          [token],
        )
        for (const { id, accountId } of rows) {
          sessionEnded(id)
          await tell({ kind: 'signOut', accountId, client })
        }
      }
      return [cookie.clear()]
    },

    async changePassword({ accountId, currentPassword, newPassword, cookie: header, ...client }) {
      requireGoodPassword(newPassword, '/newPassword')
      const account = await findAccount(pool, accountId)
      const subject = account?.email ?? account?.mobile
      if (subject == null) throw new AppError('not_signed_in')
      await limit.begin(subject, client.address)
      const cookies = await (await authority()).changePassword(
        header,
        currentPassword.slice(0, passwordLength.most + 1),
        newPassword,
        client,
      )
      if (cookies === null) throw new AppError('invalid_credentials')
      accountChanged(accountId)
      await tell({ kind: 'passwordChanged', accountId, client })
      await limit.succeed(subject, client.address)
      return cookies
    },
  }
}
