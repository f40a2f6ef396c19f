import { AppError } from '#shared/errors.ts'
import type { Account } from './account.ts'
import type { Client } from './authority.ts'
import type { CheckPassword } from './check-password.ts'
import type { Tell } from './events.ts'
import type { SignInLimit } from './sign-in-limit.ts'

/** Asks a signed-in person for their password; guesses count as those of a sign-in do. @throws AppError invalid_credentials, too_many_requests */
export type ProvePassword = (account: Account, password: string, client: Client) => Promise<void>

export function createProvePassword(
  limit: SignInLimit,
  checkPassword: CheckPassword,
  tell: Tell,
): ProvePassword {
  return async ({ id: accountId, email, mobile }, password, client) => {
    const counted = { identifier: email ?? mobile ?? accountId, address: client.address }
    const failed = (reason: string) =>
      tell({ kind: 'signInFailed', method: 'password', accountId, reason, client })
    await limit.begin(counted).catch(async (refusal: unknown) => {
      await failed('too_many_attempts')
      throw refusal
    })
    if (!(await checkPassword(accountId, password))) {
      await failed('wrong_password_while_signed_in')
      throw new AppError('invalid_credentials')
    }
    await limit.succeed(counted)
  }
}
