import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When the process started, in a form only good for comparing; undefined where it does not exist or cannot tell. */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return statFields(pid)?.[19]
  if (process.platform === 'win32') return undefined
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** Whether `pid` is the PostgreSQL server of exactly this data directory, and not whoever got its number since. */
export function isPostmasterOf(pid: number, clusterDirectory: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') {
    try {
      const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return /postgres$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDirectory)
    } catch {
      // A process of another user; the server of a directory of ours runs as a user we can look at.
      return false
    }
  }
  if (process.platform === 'win32')
    return /postgres\.exe/i.test(ask('tasklist', ['/fi', `PID eq ${pid}`, '/nh']) ?? '')
  const command = ask('ps', ['-o', 'command=', '-p', String(pid)]) ?? ''
  return /postgres/.test(command) && command.includes(clusterDirectory)
}

/** A process that has ended but whose parent has not asked for its result: its number exists, it holds nothing. */
const isZombie = (pid: number) => process.platform === 'linux' && statFields(pid)?.[0] === 'Z'

/** The fields of /proc/PID/stat after the command, which may hold spaces and brackets: state is 0, start time 19. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

function ask(program: string, parameters: string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}
