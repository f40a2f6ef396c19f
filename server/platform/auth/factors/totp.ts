import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Codes of an authenticator app (RFC 6238): six digits, SHA-1, a step every 30 seconds; the only kind that all apps make.
 */
const stepSeconds = 30
const digits = 6

/** How many steps a phone's clock may be ahead or behind. */
const skew = 1

export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / stepSeconds)

export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 0xf
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step that a code is of, where that is now or next to now; all are compared, whichever fits. */
export function stepOfCode(secret: Buffer, code: string, now: number): number | undefined {
  const given = Buffer.from(code)
  let found: number | undefined
  for (let step = stepAt(now) - skew; step <= stepAt(now) + skew; step += 1) {
    const expected = Buffer.from(codeAt(secret, step))
    if (given.length === expected.length && timingSafeEqual(given, expected)) found = step
  }
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base 32 (RFC 4648) without padding: what people type where they cannot scan. */
export function base32(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += alphabet[(value >>> (bits - 5)) & 31]
  }
  return bits === 0 ? text : text + alphabet[(value << (5 - bits)) & 31]
}

/** What the QR code holds. @param label how the app names the account, beside the product's name */
export function enrolmentAddress(secret: Buffer, label: string): string {
  const name = `Kith:${label}`
  const query = new URLSearchParams({ secret: base32(secret), issuer: 'Kith' })
  return `otpauth://totp/${encodeURIComponent(name)}?${query}`
}
