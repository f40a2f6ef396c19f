import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Config } from '#server/platform/config/index.ts'

/** Where people reach a server: this machine's address first, then those to hand round in the office. */
export function addressesOf(config: Config, bound: AddressInfo | string | null): string[] {
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port
  const everywhere = config.host === '0.0.0.0' || config.host === '::'
  const own = everywhere || config.host === '127.0.0.1' ? 'localhost' : config.host
  const office = everywhere
    ? Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => address)
    : []
  const scheme = config.tls === undefined ? 'http' : 'https'
  return [own, ...office].map((host) => `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`)
}
