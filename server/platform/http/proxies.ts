import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** Whether an address is one of the declared proxies. */
export type IsProxy = (address: string) => boolean

/** @param declared addresses and networks (CIDR) */
export function createIsProxy(declared: readonly string[]): IsProxy {
  const networks = declared.map(networkOf)
  return (address) => {
    if (networks.length === 0 || !ipaddr.isValid(address)) return false
    // An IPv4 proxy on a socket that takes both comes as ::ffff:10.0.0.5.
    const one = ipaddr.process(address)
    return networks.some(([network, bits]) => one.kind() === network.kind() && one.match(network, bits))
  }
}

function networkOf(text: string): Network {
  if (text.includes('/')) return ipaddr.parseCIDR(text)
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const

/** Never read here, and taken away so that nothing behind reads them either. */
const others = ['forwarded', 'x-real-ip', 'x-forwarded-port', 'x-forwarded-server'] as const

/**
 * Leaves of a request's `X-Forwarded-…` what a declared proxy said. Who comes from elsewhere can say what they like and
 * is not heard; of a list the part left of the first thing that is no address was written by the caller.
 */
export function hearProxies(request: FastifyRequest, isProxy: IsProxy): void {
  const { headers, socket } = request.raw
  const { remoteAddress = '' } = socket
  for (const name of others) delete headers[name]
  if (!isProxy(remoteAddress)) {
    for (const name of forwarded) delete headers[name]
    // On a socket that takes both, an IPv4 caller has two spellings; limits and the log know one.
    if (remoteAddress.startsWith(mapped))
      Object.defineProperty(request, 'ip', { value: withoutMapping(remoteAddress), enumerable: true })
    return
  }
  const said = headers['x-forwarded-for']
  if (said === undefined) return
  const addresses = [said].flat().join(',').split(',').map(addressOf)
  const heard = addresses.slice(addresses.lastIndexOf(undefined) + 1)
  if (heard.length > 0) headers['x-forwarded-for'] = heard.join(', ')
  else delete headers['x-forwarded-for']
}

/** Some proxies write the port too: `192.0.2.7:4711`, `[2001:db8::1]:4711`. */
function addressOf(entry: string): string | undefined {
  const text = entry.trim()
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  return isIP(bare) === 0 ? undefined : withoutMapping(bare)
}

const mapped = '::ffff:'

const withoutMapping = (address: string): string =>
  address.toLowerCase().startsWith(mapped) && isIP(address.slice(mapped.length)) === 4
    ? address.slice(mapped.length)
    : address
