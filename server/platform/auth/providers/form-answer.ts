import type { Sealing } from '#server/platform/sealing/index.ts'
import type { Tickets } from '../tickets.ts'
import type { FormAnswer, FormRequests } from './provider-kind.ts'
import { stateOf, type Visit, visitSeconds } from './visit.ts'

/**
 * Between a form that another site's page posts and the browser's own cookie. The cookie does not come along with the form, so
 * that what the form proved is handed to the browser, sealed, for its next step: one redirect later the cookie is there again.
 */
export interface FormAnswers {
  /** What the request of a visit is known by: an XML name. */
  requestId(visit: Visit): string
  /** Requests of this provider. */
  readonly requests: (providerId: string) => FormRequests
  /** The state of the visit whose request it is. */
  stateOf(requestId: string): string
  /** @returns text for an address, that nobody else can make or read; good for a minute */
  handOver(providerId: string, result: FormResult, state: string): string
  takeOver(providerId: string, text: string): (FormResult & { readonly state: string }) | undefined
}

/** Who came, or why nobody did. */
export type FormResult = Omit<FormAnswer, 'requestId'> | { readonly reason: string }

interface Handed {
  readonly result: FormResult
  readonly state: string
  /** Milliseconds since 1970. */
  readonly until: number
}

const handingSeconds = 60

export function createFormAnswers(tickets: Tickets, sealing: Sealing): FormAnswers {
  // An XML name begins with a letter or an underscore.
  const ticketOf = (requestId: string) => requestId.slice(1)
  /** The subject of a request's ticket: whose it is, and the state of its visit. */
  const subjectOf = (requestId: string): { providerId: string; state: string } | undefined => {
    const read = tickets.read('outside request', ticketOf(requestId))
    if (typeof read === 'string') return undefined
    const [providerId = '', state = ''] = read.subject.split('_')
    return { providerId, state }
  }
  const placeOf = (providerId: string) => `form answer ${providerId}`
  return {
    requestId: (visit) =>
      `_${tickets.issue('outside request', `${visit.providerId}_${stateOf(visit)}`, visitSeconds)}`,
    requests: (providerId) => ({
      isOpen: (id) => subjectOf(id)?.providerId === providerId,
      take: async (id) => (await tickets.redeem(ticketOf(id))) === undefined,
    }),
    stateOf: (requestId) => subjectOf(requestId)?.state ?? '',
    handOver(providerId, result, state) {
      const handed: Handed = { result, state, until: Date.now() + handingSeconds * 1000 }
      return sealing.seal(JSON.stringify(handed), placeOf(providerId)).toString('base64url')
    },
    takeOver(providerId, text) {
      try {
        const plain = sealing.open(Buffer.from(text, 'base64url'), placeOf(providerId))
        const { result, state, until } = JSON.parse(plain.toString('utf8')) as Handed
        return until > Date.now() ? { ...result, state } : undefined
      } catch {
        return undefined
      }
    },
  }
}
