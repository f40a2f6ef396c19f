import { type Issue, invalidInput } from '#shared/errors.ts'
import { isGuessable } from './password-strength.ts'

export const passwordLength = { least: 8, most: 256 } as const

/**
 * What is wrong with a new password, counted in characters as a person counts them.
 * @param about what others know of the person: it makes no password
 * @param least characters, where a workspace asks for more than all do
 */
export async function passwordIssues(
  password: string,
  path: string,
  about: readonly string[],
  least: number = passwordLength.least,
): Promise<Issue[]> {
  const { most } = passwordLength
  // better-auth counts UTF-16 units, of which there are never fewer than characters.
  if (password.length > most) return [{ path, code: 'text_too_long', parameters: { most } }]
  if ([...password].length < least) return [{ path, code: 'password_too_short', parameters: { least } }]
  if (await isGuessable(password, about)) return [{ path, code: 'password_weak' }]
  return []
}

/** @throws AppError password_too_short, text_too_long, password_weak */
export async function requireGoodPassword(
  password: string,
  path: string,
  about: readonly string[],
  least?: number,
): Promise<void> {
  const issues = await passwordIssues(password, path, about, least)
  if (issues.length > 0) throw invalidInput(issues)
}
