import { AppError } from '#shared/errors.ts'
import { exchange, type OutboundAnswer } from './exchange.ts'
import { createPermission, type Destination, destinationOf, directoryOf } from './permission.ts'
import { isRedirect, type Outgoing, redirected } from './redirect.ts'
import { permittedAddresses, type Resolve, resolveBySystem } from './resolve.ts'
import { createSlots } from './slots.ts'

export interface OutboundRequest {
  /** GET. */
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Milliseconds for all of it: waiting in line, names, redirects, the answer's last byte. 10,000. */
  readonly patience?: number
  /** Bytes of the answer. 1 MB. */
  readonly most?: number
  /** Redirects that are followed before they are refused, 5; with 0 the redirect itself is the answer. */
  readonly redirects?: number
  readonly signal?: AbortSignal
}

/** The one way out of Kith, for all addresses that somebody typed. */
export interface Outbound {
  /**
   * Calls an address on the internet, or one that KITH_OUTBOUND_ALLOW names. Any status is an answer.
   * @throws AppError outbound_url_refused, outbound_address_forbidden, outbound_unreachable, outbound_too_slow,
   *   outbound_answer_too_large, outbound_redirect_refused
   */
  send(url: string, request?: OutboundRequest): Promise<OutboundAnswer>
  /**
   * Whether an address may be called, as things stand: to tell who types one. `send` looks again.
   * @throws AppError outbound_url_refused, outbound_address_forbidden, outbound_unreachable
   */
  check(url: string): Promise<void>
  /**
   * Where a directory (ldaps, ldap) may be connected to: at one of these addresses, which were checked, and by no name.
   * @throws AppError outbound_url_refused, outbound_address_forbidden, outbound_unreachable, outbound_too_slow
   */
  locate(url: string): Promise<Location>
}

export interface Location {
  readonly host: string
  readonly port: number
  /** One at least. */
  readonly addresses: readonly string[]
}

interface OutboundOptions {
  /** KITH_OUTBOUND_ALLOW. */
  readonly allowed: readonly string[]
  readonly resolve?: Resolve
  /** Requests at once; others wait. */
  readonly atOnce?: number
}

/** What is not the caller's to say. */
const ours =
  /^(host|connection|keep-alive|content-length|transfer-encoding|accept-encoding|te|trailer|upgrade|expect|proxy-.*)$/

export function createOutbound(options: OutboundOptions): Outbound {
  const { allowed, resolve = resolveBySystem, atOnce = 16 } = options
  const isPermitted = createPermission(allowed)
  const enter = createSlots(atOnce)

  const checked = async (destination: Destination, signal: AbortSignal): Promise<readonly string[]> =>
    whileAllowed(signal, permittedAddresses(destination, resolve, isPermitted))

  const follow = async (
    first: Outgoing,
    given: OutboundRequest,
    signal: AbortSignal,
  ): Promise<OutboundAnswer> => {
    const { most = 1024 * 1024, redirects = 5 } = given
    let request = first
    for (let left = redirects; ; left -= 1) {
      const destination = requireDestination(request.url)
      const addresses = await checked(destination, signal)
      const answer = await exchange(request, destination, addresses, { most, signal })
      const location = answer.headers.get('location')
      if (redirects === 0 || location === null || !isRedirect(answer.status)) return answer
      const next = left > 0 ? redirected(request, answer.status, location) : undefined
      if (next === undefined) throw new AppError('outbound_redirect_refused', { host: destination.host })
      request = next
    }
  }

  const bounded = async <T>(
    host: string,
    given: OutboundRequest,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const late = AbortSignal.timeout(given.patience ?? 10_000)
    const signal = given.signal === undefined ? late : AbortSignal.any([late, given.signal])
    let leave: (() => void) | undefined
    try {
      leave = await enter(signal)
      return await work(signal)
    } catch (error) {
      given.signal?.throwIfAborted()
      if (error instanceof AppError) throw error
      throw new AppError(
        late.aborted ? 'outbound_too_slow' : 'outbound_unreachable',
        { host },
        { cause: error },
      )
    } finally {
      leave?.()
    }
  }

  return {
    async send(text, given = {}) {
      const { url, host } = requireDestination(text)
      const { method = 'GET', headers = {}, body } = given
      const own = Object.entries(headers)
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => !ours.test(name))
      const request = {
        url,
        method: method.toUpperCase(),
        headers: { 'user-agent': 'Kith', ...Object.fromEntries(own) },
        body,
      }
      return bounded(host, given, (signal) => follow(request, given, signal))
    },
    async check(text) {
      const destination = requireDestination(text)
      await bounded(destination.host, {}, (signal) => checked(destination, signal))
    },
    async locate(text) {
      const destination = requireDestination(text, directoryOf)
      const { host, port } = destination
      return { host, port, addresses: await bounded(host, {}, (signal) => checked(destination, signal)) }
    },
  }
}

/** @throws AppError outbound_url_refused */
function requireDestination(given: string | URL, read = destinationOf): Destination {
  const url = typeof given === 'string' ? URL.parse(given) : given
  const destination = url === null ? undefined : read(url)
  if (destination !== undefined) return destination
  // A password that stands in it is not repeated.
  const shown = String(given)
    .replace(/\/\/[^/]*@/, '//…@')
    .slice(0, 200)
  throw new AppError('outbound_url_refused', { url: shown })
}

/** A name server can be asked, but not be told to stop. */
async function whileAllowed<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
