import { isIP } from 'node:net'
import { hostname } from 'node:os'

/** Endings that nobody can register: names below them are made by the office's own name server. */
const office = /\.(local|localhost|lan|internal|intranet|corp|home|private|home\.arpa)$/

const form = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i

export interface KnownHostsOptions {
  /** KITH_URL: its host is known. */
  readonly publicUrl: string
  /** Further names. */
  readonly hosts?: readonly string[]
}

/**
 * Which `Host` a request may name. A page of a stranger's name that leads here (DNS rebinding) counts as ours for the
 * browser: so names that a stranger can own must be told. Addresses, this machine's name, names without a dot and those of
 * the office lead nobody astray.
 */
export function createKnownHosts({ publicUrl, hosts = [] }: KnownHostsOptions): (host: string) => boolean {
  const known = new Set([new URL(publicUrl).hostname, hostname().toLowerCase(), ...hosts])
  return (host) => {
    if (!form.test(host)) return false
    const name = host
      .replace(/:\d+$/, '')
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, '')
      .toLowerCase()
    return known.has(name) || !name.includes('.') || isIP(name) !== 0 || office.test(name)
  }
}
