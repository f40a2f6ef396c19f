import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, isPostmasterOf } from '#server/platform/lifecycle/index.ts'
import { type Cluster, serverPath, spawnAs } from './cluster.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Settles when the server process has ended, for whatever reason. */
  readonly ended: Promise<void>
}

/** The server could not be started. `retry` tells that what stands in the way passes by itself. */
export class StartError extends Error {
  readonly retry: boolean

  constructor(message: string, retry: boolean) {
    super(message)
    this.name = 'StartError'
    this.retry = retry
  }
}

const startBound = 60_000
const passing = /already exists|pre-existing shared memory block|could not bind|Address already in use/

/** What postmaster.pid says of the server of this cluster; undefined where no such server runs. */
export function runningPostmaster(
  clusterDirectory: string,
): { pid: number; port: number; ready: boolean } | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(clusterDirectory, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isPostmasterOf(pid, clusterDirectory)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Starts the server and waits until it takes connections.
 * @throws StartError with the end of PostgreSQL's own log
 */
export async function launch(cluster: Cluster, port: number, extra: readonly string[]): Promise<Postmaster> {
  removeLeftover(cluster)
  const logStart = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0
  const parameters = [
    ['listen_addresses', '127.0.0.1'],
    ['port', String(port)],
    ['unix_socket_directories', ''],
    ...extra.map((setting) => setting.split('=', 2)),
  ].flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const started = process.platform === 'win32' ? spawnByControl : spawnDirectly
  let over = false
  let spawnFailure = ''
  const ended = started(cluster, ['-D', serverPath(cluster), ...parameters])
    .catch((error: unknown) => {
      spawnFailure = String(error)
    })
    .finally(() => {
      over = true
    })
  for (const deadline = Date.now() + startBound; !over && Date.now() < deadline; await sleep(15)) {
    const running = runningPostmaster(cluster.directory)
    if (running?.ready) return { pid: running.pid, port: running.port, ended }
  }
  const said = spawnFailure || logSince(cluster, logStart)
  if (!over) await stopPostmaster(cluster, 'immediate')
  throw new StartError(
    `The embedded PostgreSQL did not start. Its log (${cluster.logFile}) says:\n${said || '(nothing)'}`,
    passing.test(said),
  )
}

/**
 * Stops the server of this cluster, if one runs: by the gentle way, then harder ones. Every one of them keeps what
 * was committed.
 */
export async function stopPostmaster(cluster: Cluster, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const steps = [
    ...(mode === 'fast' ? [{ signal: 'SIGINT', wait: 20_000 } as const] : []),
    { signal: 'SIGQUIT', wait: 5_000 } as const,
    { signal: 'SIGKILL', wait: 5_000 } as const,
  ]
  const pid = runningPostmaster(cluster.directory)?.pid
  if (pid === undefined) return
  for (const { signal, wait } of steps) {
    send(cluster, pid, signal)
    for (const deadline = Date.now() + wait; Date.now() < deadline; await sleep(15)) {
      if (!isAlive(pid)) return
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

/** Asks for a fast shutdown without waiting: what can still be done while the process ends. */
export function stopAtExit(cluster: Cluster): void {
  const pid = runningPostmaster(cluster.directory)?.pid
  if (pid !== undefined) send(cluster, pid, 'SIGINT')
}

/** A port that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

function spawnDirectly(cluster: Cluster, parameters: string[]): Promise<void> {
  const log = openSync(cluster.logFile, 'a', 0o600)
  const child = spawn(cluster.binaries.postgres, parameters, {
    ...spawnAs(cluster),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  return new Promise((settle, fail) => child.on('error', fail).on('exit', () => settle()))
}

/** On Windows only pg_ctl can start the server for an administrator; the server is then not our child. */
async function spawnByControl(cluster: Cluster, [, directory = '', ...settings]: string[]): Promise<void> {
  const options = settings.map((text) => `"${text}"`).join(' ')
  const parameters = ['start', '-W', '-s', '-D', directory, '-l', cluster.logFile, '-o', options]
  execFileSync(cluster.binaries.pgCtl, parameters, { ...spawnAs(cluster), stdio: 'ignore' })
  const deadline = Date.now() + startBound
  while (runningPostmaster(cluster.directory) === undefined && Date.now() < deadline) await sleep(100)
  while (runningPostmaster(cluster.directory) !== undefined) await sleep(500)
}

function send(cluster: Cluster, pid: number, signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  try {
    if (process.platform === 'win32' && signal !== 'SIGKILL')
      execFileSync(cluster.binaries.pgCtl, ['kill', signal.slice(3), String(pid)], { stdio: 'ignore' })
    else process.kill(pid, signal)
  } catch {
    // It ended by itself in between.
  }
}

/** A pid file whose server is gone keeps PostgreSQL from starting once its number belongs to another process. */
function removeLeftover(cluster: Cluster): void {
  if (runningPostmaster(cluster.directory) === undefined)
    rmSync(join(cluster.directory, 'postmaster.pid'), { force: true })
}

function logSince(cluster: Cluster, position: number): string {
  try {
    return readFileSync(cluster.logFile)
      .subarray(position)
      .toString()
      .trim()
      .split('\n')
      .slice(-20)
      .join('\n')
  } catch {
    return ''
  }
}
