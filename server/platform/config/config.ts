import { resolve } from 'node:path'
import { ConfigError } from './config-error.ts'
import { listOf, parseAllowed, parseHostName, parseNetwork } from './lists.ts'
import { type MailConfig, readMail } from './mail.ts'
import { readPreviousSecret, readSecret, secretFiles } from './secret.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Absolute paths of PEM files: the certificate with those above it, and its key. */
export interface TlsFiles {
  readonly certFile: string
  readonly keyFile: string
}

/** What the environment asks for, checked. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute path of the folder that holds everything Kith keeps. */
  readonly dataDirectory: string
  /** A PostgreSQL of the operator's own; undefined means the embedded one below `dataDirectory`. */
  readonly databaseUrl: string | undefined
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  /** Names beside those of `publicUrl` and of the office under which people reach Kith; lower case. */
  readonly hosts: readonly string[]
  /** Undefined: Kith speaks plain HTTP, and TLS is a reverse proxy's. */
  readonly tls: TlsFiles | undefined
  /** Addresses and networks (CIDR) of the reverse proxies that are believed about who asks. */
  readonly trustedProxies: readonly string[]
  /** What Kith may call inside the own network: names, addresses and networks, each with a port or without. */
  readonly outboundAllowed: readonly string[]
  /** Undefined: no mail goes out, and links are handed over by people. */
  readonly mail: MailConfig | undefined
  readonly secret: string
  /** The one before, while something may still be sealed or signed under it. */
  readonly previousSecret: string | undefined
  readonly logLevel: LogLevel
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the environment, all of it before it complains, so that one start shows every mistake.
 * Makes the data folder and, where KITH_SECRET is unset, the secret in it.
 * @throws ConfigError naming variable, value and way out
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, advice: string): T => {
    const text = env[name]?.trim()
    if (text === undefined || text === '') return fallback
    const value = parse(text)
    if (value !== undefined) return value
    problems.push(`${name}=${conceal(name, text)}: ${advice}`)
    return fallback
  }
  const port = read('PORT', 3000, parsePort, 'give a whole number from 0 to 65535, such as 3000')
  const host = read('HOST', '127.0.0.1', parseHost, 'give a host name or an address, such as 0.0.0.0')
  const data = read('KITH_DATA', './data', parsePath, 'give the path of a folder')
  const databaseUrl = read<string | undefined>(
    'DATABASE_URL',
    undefined,
    parseDatabaseUrl,
    'give postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave it unset for the embedded PostgreSQL',
  )
  const tls = readTls(env, problems)
  const publicUrl = read(
    'KITH_URL',
    `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host.replace(/^0\.0\.0\.0$/, 'localhost')}:${port}`,
    parsePublicUrl,
    'give the address people use, such as https://crm.example.com',
  )
  const secret = read<string | undefined>(
    'KITH_SECRET',
    undefined,
    (text) => (text.length >= 32 ? text : undefined),
    'give at least 32 characters, or leave it unset and Kith makes one',
  )
  const previousSecret = read<string | undefined>(
    'KITH_SECRET_PREVIOUS',
    undefined,
    (text) => (text.length >= 32 ? text : undefined),
    'give what KITH_SECRET was before, or leave it unset where it never changed',
  )
  const hosts = read(
    'KITH_HOSTS',
    [],
    listOf(parseHostName),
    'give names without scheme and port, such as crm.example.com, crm.example.cn',
  )
  const trustedProxies = read(
    'KITH_TRUSTED_PROXIES',
    [],
    listOf(parseNetwork),
    'give addresses or networks of your proxies alone, such as 10.0.0.5, 172.16.0.0/12, fd00::/8',
  )
  const outboundAllowed = read(
    'KITH_OUTBOUND_ALLOW',
    [],
    listOf(parseAllowed),
    'give names, addresses or networks, each with a port or without, such as idp.corp.example:8443, 10.1.2.0/24',
  )
  const mail = readMail(env, problems)
  const logLevel = read('LOG_LEVEL', 'info', parseLogLevel, `give one of ${logLevels.join(', ')}`)
  if (problems.length > 0) throw new ConfigError(problems)

  const dataDirectory = resolve(data)
  return {
    port,
    host,
    dataDirectory,
    databaseUrl,
    publicUrl,
    hosts,
    tls,
    trustedProxies,
    outboundAllowed,
    mail,
    secret: secret ?? readSecret(secretFiles(dataDirectory).current),
    previousSecret: previousSecret ?? readPreviousSecret(secretFiles(dataDirectory).previous),
    logLevel,
  }
}

function readTls(env: Environment, problems: string[]): TlsFiles | undefined {
  const [cert = '', key = ''] = [env.KITH_TLS_CERT?.trim(), env.KITH_TLS_KEY?.trim()]
  if (cert !== '' && key !== '') return { certFile: resolve(cert), keyFile: resolve(key) }
  if (cert === '' && key === '') return undefined
  const [there, missing] = cert === '' ? ['KEY', 'CERT'] : ['CERT', 'KEY']
  problems.push(
    `KITH_TLS_${there} is set and KITH_TLS_${missing} is not: set both for https, or neither for a proxy that speaks TLS`,
  )
  return undefined
}

const conceal = (name: string, text: string) =>
  /SECRET|DATABASE_URL/.test(name) || text.includes('@') ? '…' : `"${text}"`

function parsePort(text: string): number | undefined {
  const port = Number(text)
  return /^\d+$/.test(text) && port <= 65535 ? port : undefined
}

const parseHost = (text: string) => (/^[\w.:-]+$/.test(text) ? text : undefined)

const parsePath = (text: string) => (text.includes('\0') ? undefined : text)

function parseDatabaseUrl(text: string): string | undefined {
  const url = URL.parse(text)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? text : undefined
}

function parsePublicUrl(text: string): string | undefined {
  const url = URL.parse(text)
  const good = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  return good ? text.replace(/\/+$/, '') : undefined
}

const parseLogLevel = (text: string) => logLevels.find((level) => level === text)
