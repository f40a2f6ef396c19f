import ipaddr from 'ipaddr.js'

/** Reads a list that commas or spaces part; undefined as soon as one entry is none. */
export const listOf =
  (parse: (entry: string) => string | undefined) =>
  (text: string): string[] | undefined => {
    const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
    const read = entries.map(parse).filter((entry) => entry !== undefined)
    return read.length === entries.length ? read : undefined
  }

const name = /^(?!.*\.\.)[a-z\d_][a-z\d._-]*$/

export const parseHostName = (text: string): string | undefined =>
  name.test(text.toLowerCase()) ? text.toLowerCase() : undefined

/** An address, or a network that is not the whole world. */
export function parseNetwork(text: string): string | undefined {
  if (!text.includes('/')) return isAddress(text) ? text : undefined
  return ipaddr.isValidCIDR(text) && isAddress(text.slice(0, text.indexOf('/'))) && !text.endsWith('/0')
    ? text
    : undefined
}

/** `NAME`, `ADDRESS`, `NETWORK`, each with `:PORT` or without; an IPv6 one with a port stands in brackets. */
export function parseAllowed(text: string): string | undefined {
  const { host, port } = splitPort(text)
  if (port !== undefined && !(port > 0 && port <= 65535)) return undefined
  if (parseNetwork(host) !== undefined) return text
  return parseHostName(host) === undefined || /^[\d.]+$/.test(host) ? undefined : text.toLowerCase()
}

/** What stands before the port of an entry, without brackets, and the port. */
export function splitPort(entry: string): { readonly host: string; readonly port?: number } {
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(entry)
  const plain = /^([^:]*):(\d{1,5})$/.exec(entry)
  const [, host = entry, port] = bracketed ?? plain ?? []
  return port === undefined ? { host } : { host, port: Number(port) }
}

// Four parts only: what else counts as IPv4 somewhere (octal, one number) is more likely a slip.
const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
