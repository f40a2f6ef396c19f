import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.ts'
import type { ServerUser } from './server-user.ts'

/** One embedded PostgreSQL: where its files are, and who runs it with which programs. */
export interface Cluster {
  readonly directory: string
  readonly logFile: string
  readonly passwordFile: string
  readonly user: ServerUser | undefined
  readonly binaries: Binaries
}

// Sized for a small machine. An operator changes them with ALTER SYSTEM or in postgresql.conf.
const settings: Record<string, string> = {
  shared_buffers: '256MB',
  max_connections: '200',
  effective_cache_size: '2GB',
  maintenance_work_mem: '128MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

// pg_trgm looks at the C library's idea of a letter: under plain C it finds no Chinese. Systems name the right one differently.
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C']

/**
 * The path by which the server finds its data. As root on Linux it is the folder it was started in: that folder stays
 * open to the server's user even where the folders above it (a home of mode 0700) are not.
 */
export function serverPath(cluster: Cluster): string {
  return cluster.user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : cluster.directory
}

/** Makes the cluster where there is none; an attempt that was cut short leaves nothing behind that counts as one. */
export async function ensureCluster(cluster: Cluster, durable: boolean): Promise<void> {
  if (existsSync(join(cluster.directory, 'PG_VERSION'))) return
  const password = randomBytes(24).toString('base64url')
  writeFileSync(cluster.passwordFile, `${password}\n`, { mode: 0o600 })
  const scratch = mkdtempSync(join(tmpdir(), 'kith-initdb-'))
  const part = `${cluster.directory}.new`
  try {
    const passwordCopy = join(scratch, 'password')
    writeFileSync(passwordCopy, `${password}\n`, { mode: 0o600 })
    giveTo(cluster.user, scratch, passwordCopy)
    let complaint = ''
    for (const characterType of characterTypes) {
      rmSync(part, { recursive: true, force: true })
      mkdirSync(part, { mode: 0o700 })
      giveTo(cluster.user, part)
      const made = await initialise({ ...cluster, directory: part }, passwordCopy, characterType, durable)
      if (made === undefined) {
        renameSync(part, cluster.directory)
        return
      }
      complaint = made
      if (!/locale/i.test(made)) break
    }
    rmSync(part, { recursive: true, force: true })
    throw new Error(`The embedded PostgreSQL could not be set up in ${cluster.directory}:\n${complaint}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

export const readPassword = (cluster: Pick<Cluster, 'passwordFile'>) =>
  readFileSync(cluster.passwordFile, 'utf8').trim()

function giveTo(user: ServerUser | undefined, ...paths: string[]): void {
  if (user === undefined) return
  for (const path of paths) chownSync(path, user.uid, user.gid)
}

/** Runs initdb; what it complained of, or undefined when all went well. */
async function initialise(
  cluster: Cluster,
  passwordFile: string,
  characterType: string,
  durable: boolean,
): Promise<string | undefined> {
  const parameters = [
    ['-D', serverPath(cluster), `--pwfile=${passwordFile}`],
    ['--username=kith', '--auth=scram-sha-256', '--encoding=UTF8', '--data-checksums'],
    ['--locale-provider=builtin', '--builtin-locale=PG_UNICODE_FAST', '--locale=C'],
    [`--lc-ctype=${characterType}`],
    durable ? [] : ['--no-sync'],
    Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ].flat()
  const child = spawn(cluster.binaries.initdb, parameters, {
    ...spawnAs(cluster),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((settle, fail) => child.on('error', fail).on('close', settle))
  const [output, complaint, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return code === 0 ? undefined : `${output}${complaint}`.trim()
}

/** How each program of the cluster is spawned. Its own process group keeps a Ctrl-C in the terminal from it. */
export function spawnAs(cluster: Cluster) {
  return {
    cwd: cluster.directory,
    detached: true,
    windowsHide: true,
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_MESSAGES: 'C', SystemRoot: process.env.SystemRoot },
    ...(cluster.user !== undefined && { uid: cluster.user.uid, gid: cluster.user.gid }),
  }
}
