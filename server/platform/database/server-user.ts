import { lstatSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The system user PostgreSQL runs as when Kith runs as root. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const candidates = ['kith', 'postgres', 'nobody', 'daemon']

/**
 * PostgreSQL refuses to run as root, so root gives it another user: the one who owns the cluster already, or the
 * first of the usual ones. Undefined when Kith does not run as root: PostgreSQL then runs as the same user.
 */
export function serverUser(clusterDirectory: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && uid > 0)
  const owner = statSync(clusterDirectory, { throwIfNoEntry: false })?.uid
  const user =
    users.find(({ uid }) => uid === owner) ??
    candidates.map((name) => users.find((user) => user.name === name)).find(Boolean)
  if (user === undefined)
    throw new Error(
      'PostgreSQL must not run as root, and this machine has no user to give it to. ' +
        'Add one (useradd --system kith), or start Kith as an ordinary user.',
    )
  return user
}

/** Whether `user` may enter every folder on the way to `path` and read it. */
export function canReach(user: ServerUser, path: string): boolean {
  const permits = (target: string, bits: number) => {
    const { mode, uid, gid } = lstatSync(target)
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
    return ((mode >> shift) & bits) === bits
  }
  if (!permits(path, 5)) return false
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!permits(folder, 1)) return false
    if (folder === dirname(folder)) return true
  }
}
