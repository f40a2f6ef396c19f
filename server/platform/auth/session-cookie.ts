import { createHmac, timingSafeEqual } from 'node:crypto'
import type { KeyRing } from '#server/platform/sealing/index.ts'

/** How long a session lasts without being used, and how often its end is moved. Seconds. */
export const sessionLifetime = { expiresIn: 30 * 86_400, renewAfter: 86_400 } as const

/** The cookie of a session that better-auth opened, in the form that it gives it, read and written without loading it. */
export interface SessionCookie {
  /** The cookie's value as it came, undefined where there is none. Not yet verified. */
  read(cookieHeader: string | undefined): string | undefined
  /** The session's token where the signature is ours. */
  verify(value: string): string | undefined
  /** A Set-Cookie header that opens a new session in the browser. */
  issue(token: string): string
  /** A Set-Cookie header that keeps `value` for the whole lifetime from now. */
  renew(value: string): string
  /** A Set-Cookie header that takes the cookie away. */
  clear(): string
}

/** The prefix better-auth puts before a cookie's name where the address is https. */
export const cookiePrefix = 'kith'

/** @param ring derived for this purpose alone; its current secret signs */
export function createSessionCookie(ring: KeyRing, secure: boolean): SessionCookie {
  const name = `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`
  const start = `${name}=`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const signatureOf = (token: string, secret = ring[0]) =>
    createHmac('sha256', secret).update(token).digest('base64')
  const renew = (value: string) => `${name}=${value}; Max-Age=${sessionLifetime.expiresIn}; ${attributes}`
  return {
    read(header) {
      if (header === undefined) return undefined
      if (header.startsWith(start)) return valueAt(header, start.length)
      const at = header.indexOf(`; ${start}`)
      return at < 0 ? undefined : valueAt(header, at + 2 + start.length)
    },
    verify(value) {
      // token.signature, percent-encoded; the signature is 44 characters of base64.
      const text = decode(value)
      const dot = text.lastIndexOf('.')
      if (dot < 1) return undefined
      const token = text.slice(0, dot)
      const given = Buffer.from(text.slice(dot + 1))
      const signed = ring.some((secret) => {
        const expected = Buffer.from(signatureOf(token, secret))
        return given.length === expected.length && timingSafeEqual(given, expected)
      })
      return signed ? token : undefined
    },
    issue: (token) => renew(encodeURIComponent(`${token}.${signatureOf(token)}`)),
    renew(value) {
      const token = this.verify(value)
      return token === undefined ? renew(value) : this.issue(token)
    },
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  }
}

function valueAt(header: string, from: number): string {
  const end = header.indexOf(';', from)
  return header.slice(from, end < 0 ? undefined : end)
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
