import { splitPort } from '#server/platform/config/index.ts'
import { isNever, isPublic, isWithin, parseNetwork } from './addresses.ts'

/** Where a request would go. */
export interface Destination {
  readonly url: URL
  /** Name or address, lower case, without brackets and final dot. */
  readonly host: string
  readonly port: number
}

/** Whether a destination may be called at one of the addresses that its name stands for. */
export type IsPermitted = (destination: Destination, address: string) => boolean

const usualPorts: Readonly<Record<string, number>> = { 'https:': 443, 'http:': 80 }
const directoryPorts: Readonly<Record<string, number>> = { 'ldaps:': 636, 'ldap:': 389 }

/** A destination, where the address can be one: https or http, and nobody's password in it. */
export const destinationOf = (url: URL): Destination | undefined => destinationAt(url, usualPorts)

/** Of a directory: ldaps or ldap. It has to be allowed by name or network, wherever it is. */
export const directoryOf = (url: URL): Destination | undefined => destinationAt(url, directoryPorts)

function destinationAt(url: URL, ports: Readonly<Record<string, number>>): Destination | undefined {
  const usual = ports[url.protocol]
  if (usual === undefined || url.username !== '' || url.password !== '' || url.hostname === '')
    return undefined
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
  return { url, host, port: url.port === '' ? usual : Number(url.port) }
}

/** Whether it is https at its own port: all else has to be allowed by name or network. */
export const isUsual = ({ url, port }: Destination): boolean => url.protocol === 'https:' && port === 443

/** @param allowed of KITH_OUTBOUND_ALLOW: names, addresses and networks; one without a port means that of the scheme */
export function createPermission(allowed: readonly string[]): IsPermitted {
  const entries = allowed.map((entry) => {
    const { host, port } = splitPort(entry)
    return { host, port, network: parseNetwork(host) }
  })
  return (destination, address) => {
    if (isNever(address)) return false
    if (isUsual(destination) && isPublic(address)) return true
    const { host, port, url } = destination
    return entries.some(
      (entry) =>
        port === (entry.port ?? usualPorts[url.protocol] ?? directoryPorts[url.protocol]) &&
        (entry.network === undefined ? entry.host === host : isWithin(entry.network, address)),
    )
  }
}
