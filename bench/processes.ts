import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const running = new Set<ChildProcess>()

export interface Child {
  readonly process: ChildProcess
  /** Resolves to the first groups of a pattern that the child prints, on either stream. */
  printed(pattern: RegExp): Promise<string>
  /** Resolves when the child ended by itself with success. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Starts a file of Kith with this Node. What it prints is kept for the message of its failure. */
export function startChild(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Child {
  const inherited = { ...process.env }
  for (const name of ['DATABASE_URL', 'KITH_URL', 'KITH_SECRET', 'NODE_OPTIONS']) delete inherited[name]
  const child = spawn(process.execPath, [...nodeOptions, join(root, file), ...args], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-20_000)
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<void>((settle, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      running.delete(child)
      if (code === 0) settle()
      else fail(new Error(`${file} ${args.join(' ')} ended with ${code ?? signal}:\n${output}`))
    })
  })
  ended.catch(() => {})
  return {
    process: child,
    ended,
    printed: (pattern) =>
      new Promise((settle, fail) => {
        const look = (): void => {
          const found = pattern.exec(output)
          if (found === null) return
          waiting.delete(look)
          settle(found[1] ?? found[0])
        }
        waiting.add(look)
        ended.then(() => fail(new Error(`${file} ended early:\n${output}`)), fail)
        look()
      }),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await ended.catch(() => {})
    },
  }
}

/** Runs a file to its end. @returns the last line that it printed */
export async function runChild(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const child = startChild(file, args, env)
  let output = ''
  child.process.stdout?.on('data', (text: string) => {
    output += text
  })
  await child.ended
  return output.trim().split('\n').at(-1) ?? ''
}

/** Asks every child that still runs to end, when the benchmark is interrupted. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGTERM')
}
