import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

const cli = join(import.meta.dirname, '../../../server/cli.ts')

/** A `kith start` as people run it: a process of its own on a folder of its own. */
export interface ServerProcess {
  readonly address: string
  readonly pid: number
  /** What it logged, for a message when something went wrong. */
  readonly log: () => string
  /** Ends it; resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const environment = (env: Readonly<Record<string, string>>) => ({
  PATH: process.env.PATH ?? '',
  LOG_LEVEL: 'warn',
  ...env,
})

/** Starts a server and resolves when it serves. @throws with its log where it ends before */
export async function startServer(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [cli, 'start'], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((settle) => child.on('exit', () => settle()))
  let said = ''
  const address = await new Promise<string>((ready, fail) => {
    const hear = (piece: Buffer) => {
      said += piece
      const found = /Kith is ready: (\S+)/.exec(said)?.[1]
      if (found !== undefined) ready(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', () => fail(new Error(`the server did not start:\n${said}`)))
  })
  return {
    address,
    pid: child.pid!,
    log: () => said,
    end: async (signal) => {
      child.kill(signal)
      await gone
    },
  }
}

/** Runs a command to its end. */
export async function runCommand(words: readonly string[], env: Readonly<Record<string, string>>) {
  const child: ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream } = spawn(
    process.execPath,
    [cli, ...words],
    { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const code = new Promise<number | null>((settle) => child.on('close', settle))
  const [out, complaint] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, out, complaint }
}

export const postmasterOf = (dataDirectory: string): number =>
  Number(readFileSync(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** A port for a server that comes back under the same address. */
export function freePort(): Promise<string> {
  return new Promise((found, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(String(address !== null && typeof address === 'object' ? address.port : 0)))
    })
  })
}

/** Waits until `ask` gives true. @throws after `bound` milliseconds */
export async function until(ask: () => Promise<boolean>, bound = 30_000): Promise<void> {
  for (const deadline = Date.now() + bound; !(await ask()); await sleep(50))
    if (Date.now() > deadline) throw new Error(`it did not come about within ${bound} ms`)
}
