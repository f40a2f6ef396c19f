import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { AppError } from '#shared/errors.ts'
import { type Destination, type IsPermitted, isUsual } from './permission.ts'

/** Addresses of a name, in the order in which they are tried. */
export type Resolve = (name: string) => Promise<readonly string[]>

/** As the machine resolves names: its hosts file and its name servers. */
export const resolveBySystem: Resolve = async (name) =>
  (await lookup(name, { all: true, order: 'verbatim' })).map(({ address }) => address)

/**
 * The addresses that a destination may be called at. One that is refused refuses them all: who mixes them means no good.
 * @throws AppError outbound_address_forbidden, outbound_url_refused
 */
export async function permittedAddresses(
  destination: Destination,
  resolve: Resolve,
  isPermitted: IsPermitted,
): Promise<readonly string[]> {
  const { host, url } = destination
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  if (addresses.length === 0) throw new AppError('outbound_unreachable', { host })
  if (addresses.every((address) => isPermitted(destination, address))) return addresses
  throw isUsual(destination)
    ? new AppError('outbound_address_forbidden', { host })
    : new AppError('outbound_url_refused', { url: `${url.protocol}//${url.host}` })
}
