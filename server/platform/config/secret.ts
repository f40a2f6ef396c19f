import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from './config.ts'
import { ConfigError } from './config-error.ts'

/** Where secrets are kept that the environment does not give. */
export const secretFiles = (dataDirectory: string) => ({
  current: join(dataDirectory, 'secret'),
  previous: join(dataDirectory, 'secret.previous'),
})

/**
 * The secret kept in `file`, made on the first call with mode 0600. Whoever comes second to an empty folder
 * reads what the first wrote.
 * @throws ConfigError when the folder cannot be written
 */
export function readSecret(file: string): string {
  const known = readExisting(file)
  if (known !== undefined) return known
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isFileError(error, 'EEXIST'))
      throw new ConfigError([
        `KITH_DATA="${dirname(file)}": cannot be written (${error instanceof Error ? error.message : error}); ` +
          'give a folder that this user may write to',
      ])
  }
  const made = readExisting(file)
  if (made === undefined) throw new ConfigError([`${file} is empty; delete it, or set KITH_SECRET`])
  return made
}

/** The secret before this one, where `kith secret rotate` or the operator left it. @throws ConfigError when it cannot be read */
export const readPreviousSecret = (file: string): string | undefined => readExisting(file)

/** A secret for one purpose, 256 bits as base64url: equal for equal purposes, and telling nothing of any other. */
export function deriveSecret(config: Pick<Config, 'secret'>, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', config.secret, 'kith', purpose, 32)).toString('base64url')
}

function readExisting(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim()
    return text === '' ? undefined : text
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined
    throw new ConfigError([
      `${file} cannot be read (${error instanceof Error ? error.message : error}); run Kith as the user who owns it`,
    ])
  }
}

const isFileError = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
