import { createHash, randomBytes } from 'node:crypto'
import type { Sealing } from '#server/platform/sealing/index.ts'
import type { Client } from '../authority.ts'
import type { Tickets } from '../tickets.ts'
import type { Place } from './provider-kind.ts'

/** What a browser goes to a provider for: to sign in, to prove who sits there, to try the provider. */
export type VisitPurpose = 'signIn' | 'proof' | 'trial'

/** A browser's way to a provider and back. It is kept in a cookie of that browser, so that nobody else can end it. */
export interface Visit {
  readonly providerId: string
  readonly purpose: VisitPurpose
  /** Of Kith's own; where it went well. */
  readonly returnTo: string
  /** Whose proof it will be. */
  readonly sessionId: string | null
  /** Counts once. */
  readonly ticket: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** How long somebody may take to sign in at the provider. */
export const visitSeconds = 600

const cookieName = 'kith.visit'
const most = 4

export interface Visits {
  /** @param cookieHeader of the request that begins: the visits of other tabs stay open, a few of them */
  begin(
    visit: Pick<Visit, 'providerId' | 'purpose' | 'returnTo' | 'sessionId'>,
    cookieHeader: string | undefined,
  ): { readonly visit: Visit; readonly cookies: string[] }
  /** This browser's visit with that state; undefined where it has none, or it took too long. */
  find(state: string, cookieHeader: string | undefined): Visit | undefined
  /** Set-Cookie headers that forget it. */
  end(visit: Visit): string[]
}

/** What goes through the browser's address: without signs that some providers do not take. */
export const stateOf = ({ ticket }: Pick<Visit, 'ticket'>): string =>
  createHash('sha256').update(ticket).digest('hex')

export const placeOf = (visit: Visit, callbackUrl: string, { userAgent = '' }: Client): Place => ({
  callbackUrl,
  state: stateOf(visit),
  nonce: visit.nonce,
  codeVerifier: visit.codeVerifier,
  proveAnew: visit.purpose === 'proof',
  userAgent,
})

/** @param secure where KITH_URL is https */
export function createVisits(tickets: Tickets, sealing: Sealing, secure: boolean): Visits {
  const prefix = `${secure ? '__Host-' : ''}${cookieName}.`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const nameOf = (state: string) => `${prefix}${state.slice(0, 12)}`
  const forget = (name: string) => `${name}=; Max-Age=0; ${attributes}`
  const namesIn = (header: string | undefined): string[] =>
    (header ?? '').split(';').flatMap((pair) => {
      const name = pair.slice(0, pair.indexOf('=')).trim()
      return name.startsWith(prefix) && /^[\da-f]{12}$/.test(name.slice(prefix.length)) ? [name] : []
    })
  return {
    begin(wanted, cookieHeader) {
      const visit: Visit = {
        ...wanted,
        ticket: tickets.issue('outside identity', '', visitSeconds),
        nonce: randomBytes(32).toString('base64url'),
        codeVerifier: randomBytes(48).toString('base64url'),
      }
      const name = nameOf(stateOf(visit))
      const value = sealing.seal(JSON.stringify(visit), name).toString('base64url')
      const others = namesIn(cookieHeader)
      return {
        visit,
        cookies: [
          `${name}=${value}; Max-Age=${visitSeconds}; ${attributes}`,
          ...(others.length < most ? [] : others.map(forget)),
        ],
      }
    },
    find(state, cookieHeader) {
      if (!/^[\da-f]{64}$/.test(state)) return undefined
      const name = nameOf(state)
      const pair = cookieHeader?.split(';').find((text) => text.trim().startsWith(`${name}=`))
      if (pair === undefined) return undefined
      const visit = openVisit(sealing, pair.trim().slice(name.length + 1), name)
      if (visit === undefined || stateOf(visit) !== state) return undefined
      return typeof tickets.read('outside identity', visit.ticket) === 'string' ? undefined : visit
    },
    end: (visit) => [forget(nameOf(stateOf(visit)))],
  }
}

function openVisit(sealing: Sealing, value: string, name: string): Visit | undefined {
  try {
    return JSON.parse(sealing.open(Buffer.from(value, 'base64url'), name).toString('utf8')) as Visit
  } catch {
    // Not ours, or of another KITH_SECRET.
    return undefined
  }
}
