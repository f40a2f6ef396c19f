import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { ConfigError, type TlsFiles } from '#server/platform/config/index.ts'

/** Texts of the PEM files, of which Node makes a secure context. */
export interface Certificate {
  readonly cert: string
  readonly key: string
  /** Of the first certificate in the file. */
  readonly validTo: Date
}

/**
 * Reads both files and checks that they are what they should be and belong together. One that has run out is taken: a
 * server that people reach with a warning beats one that does not start.
 * @throws ConfigError naming file and way out
 */
export function readCertificate({ certFile, keyFile }: TlsFiles): Certificate {
  const cert = read('KITH_TLS_CERT', certFile)
  const key = read('KITH_TLS_KEY', keyFile)
  const first = certificateIn(cert, certFile)
  const own = keyIn(key, keyFile)
  if (!first.checkPrivateKey(own))
    throw new ConfigError([
      `KITH_TLS_KEY="${keyFile}": is not the key of ${certFile}; give the pair that was issued together, the server's own certificate first in the file`,
    ])
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new ConfigError([
      `KITH_TLS_CERT="${certFile}": cannot be served (${reasonOf(error)}); give a PEM file with the certificate and those above it`,
    ])
  }
  return { cert, key, validTo: first.validToDate }
}

function read(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new ConfigError([
      `${variable}="${file}": cannot be read (${reasonOf(error)}); give the path of a file that this user may read`,
    ])
  }
}

function certificateIn(text: string, file: string): X509Certificate {
  try {
    return new X509Certificate(text)
  } catch {
    throw new ConfigError([
      `KITH_TLS_CERT="${file}": holds no certificate; give a PEM file that begins with -----BEGIN CERTIFICATE-----`,
    ])
  }
}

function keyIn(text: string, file: string): KeyObject {
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(text))
    throw new ConfigError([
      `KITH_TLS_KEY="${file}": is locked by a passphrase; write it without one (openssl pkey -in ${file} -out NEW) and keep it readable for Kith's user alone`,
    ])
  try {
    return createPrivateKey(text)
  } catch {
    throw new ConfigError([
      `KITH_TLS_KEY="${file}": holds no private key; give a PEM file that begins with -----BEGIN PRIVATE KEY-----`,
    ])
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
