import { AppError } from '#shared/errors.ts'
import type { Client } from './authority.ts'
import type { Tell } from './events.ts'
import type { AuthenticatorApp } from './factors/authenticator-app.ts'
import type { SignInLimit } from './sign-in-limit.ts'

/**
 * Takes a code of the account's app or a recovery code, each once; attempts are counted.
 * @returns which it was
 * @throws AppError invalid_code, too_many_requests
 */
export type CheckCode = (accountId: string, code: string, client: Client) => Promise<'totp' | 'recoveryCode'>

export function createCheckCode(app: AuthenticatorApp, limit: SignInLimit, tell: Tell): CheckCode {
  return async (accountId, code, client) => {
    const failed = (reason: string) =>
      tell({ kind: 'signInFailed', method: 'totp', accountId, reason, client })
    const counted = { code: accountId, address: client.address }
    await limit.begin(counted).catch(async (refusal: unknown) => {
      await failed('too_many_attempts')
      throw refusal
    })
    const method = await app.accept(accountId, code)
    if (method === undefined) {
      await failed('wrong_or_used_code')
      throw new AppError('invalid_code')
    }
    await limit.succeed(counted)
    if (method === 'recoveryCode') await tell({ kind: 'recoveryCodeUsed', method, accountId, client })
    return method
  }
}
