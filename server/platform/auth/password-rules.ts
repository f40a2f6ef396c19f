import { type Issue, invalidInput } from '#shared/errors.ts'

export const passwordLength = { least: 8, most: 256 } as const

/** What is wrong with a new password, counted in characters as a person counts them. */
export function passwordIssues(password: string, path: string): Issue[] {
  const { least, most } = passwordLength
  // better-auth counts UTF-16 units, of which there are never fewer than characters.
  if (password.length > most) return [{ path, code: 'text_too_long', parameters: { most } }]
  if ([...password].length < least) return [{ path, code: 'password_too_short', parameters: { least } }]
  return []
}

/** @throws AppError password_too_short, text_too_long */
export function requireGoodPassword(password: string, path: string): void {
  const issues = passwordIssues(password, path)
  if (issues.length > 0) throw invalidInput(issues)
}
