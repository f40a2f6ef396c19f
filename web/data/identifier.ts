/** What a person signs in with, sorted into the member of the API that takes it. */
export function readIdentifier(text: string): { email: string } | { mobile: string } | undefined {
  const trimmed = text.trim()
  if (/^[^\s@]+@[^\s@]+$/.test(trimmed)) return { email: trimmed }
  const digits = trimmed.replace(/[\s()-]/g, '')
  return /^\+?\d{6,15}$/.test(digits) ? { mobile: digits } : undefined
}
