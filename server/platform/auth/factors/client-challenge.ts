/**
 * The ticket that a browser's answer was made for: its challenge, as the signed client data hold it. Empty where there is none.
 */
export function ticketIn(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())
    if (typeof data !== 'object' || data === null || !('challenge' in data)) return ''
    return Buffer.from(String(data.challenge), 'base64url').toString()
  } catch {
    return ''
  }
}
