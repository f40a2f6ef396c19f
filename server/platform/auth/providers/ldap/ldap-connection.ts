import { isIP } from 'node:net'
import type { Client } from 'ldapts'
import type { Outbound } from '#server/platform/outbound/index.ts'
import type { LdapConfig } from './ldap-config.ts'

const patience = 10_000

/**
 * Connects to a directory at an address that was checked, and makes the connection safe before anything is said over it. It is
 * closed when `work` is done.
 */
export async function connected<T>(
  outbound: Outbound,
  { url, caCertificate }: Pick<LdapConfig, 'url' | 'caCertificate'>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { host, port, addresses } = await outbound.locate(url)
  const [address = host] = addresses
  const { Client } = await import('ldapts')
  const secure = url.startsWith('ldaps:')
  const tls = {
    // The address was checked; the certificate has to be the name's.
    ...(isIP(host) === 0 ? { servername: host } : { host }),
    ...(caCertificate !== undefined && { ca: caCertificate }),
    minVersion: 'TLSv1.2' as const,
    rejectUnauthorized: true,
  }
  const client = new Client({
    url: `${secure ? 'ldaps' : 'ldap'}://${isIP(address) === 6 ? `[${address}]` : address}:${port}`,
    timeout: patience,
    connectTimeout: patience,
    strictDN: false,
    ...(secure && { tlsOptions: tls }),
  })
  try {
    if (!secure) await client.startTLS(tls)
    return await work(client)
  } finally {
    // A server that went away has closed it.
    await client.unbind().catch(() => {})
  }
}
