import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '#test/support/browser.ts'
import { endChildren, runChild, startChild } from '../processes.ts'
import { type Size, sizeLine } from '../report.ts'
import { drag } from './dragging.ts'
import type { Studio, WebFigure } from './figure.ts'
import { cold, warm } from './list-times.ts'
import { memory } from './memory.ts'
import { open } from './opening.ts'
import { readWebOptions, usage, type WebOptions } from './options.ts'
import { prepareBoard } from './prepare.ts'
import { scripts } from './scripts.ts'
import { scroll } from './scrolling.ts'
import { type } from './typing.ts'
import { signedIn, slowPage } from './visitor.ts'

const figures: readonly WebFigure[] = [scripts, cold, warm, open, type, scroll, drag, memory]
const member = { email: 'bench@kith.example', password: 'bench-of-kith-2026' }

/** Measures the web app and prints each figure beside what it is to reach. @returns the exit code */
export async function measureWeb(args: readonly string[]): Promise<number> {
  const options = readWebOptions(args)
  if (options === undefined) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-web-'))
  process.once('SIGINT', endChildren)
  process.once('SIGTERM', endChildren)
  try {
    return await measureIn(folder, options)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureIn(folder: string, options: WebOptions): Promise<number> {
  const env = { KITH_DATA: join(folder, 'data'), HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' }
  await runChild('bench/build-web.js', [], {})
  const account = ['--email', member.email, '--password', member.password, '--name', 'Bench']
  await runChild('server/cli.ts', ['user', 'create', ...account, '--workspace', 'bench'], env)
  await runChild('bench/load.ts', [String(options.records), join(folder, 'prepared.json')], env)
  const key = await runChild(
    'server/cli.ts',
    ['key', 'create', '--email', member.email, '--workspace', 'bench'],
    env,
  )
  const server = startChild('server/cli.ts', ['start'], env)
  try {
    const port = new URL(await server.printed(/ready: (http:\S+)\s/)).port
    const address = `http://localhost:${port}`
    const records = await prepareBoard(address, key)
    const browser = await launchBrowser()
    try {
      const studio: Studio = {
        ...{ browser, address, options, records },
        board: '/o/deal?kind=board&by=stage',
        newContext: () => signedIn(browser, address, member),
        newPage: (context, slowdown = options.slowdown) => slowPage(context, slowdown),
      }
      return await report(studio)
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
}

async function report(studio: Studio): Promise<number> {
  const { options } = studio
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads`
  say(
    `\n${options.records.toLocaleString('en')} contacts; ${processor}, made ${options.slowdown} times slower\n`,
  )
  const sizes: Size[] = []
  for (const { name, measure } of figures) {
    if (options.only.length > 0 && !options.only.includes(name)) continue
    for (const size of await measure(studio)) {
      sizes.push(size)
      say(sizeLine(size))
    }
  }
  const missed = sizes.filter(({ reached }) => !reached).length
  say(`\n${missed === 0 ? 'Every figure is reached.' : `${missed} figures are missed.`}`)
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ options, sizes }, null, 2)}\n`)
  return 0
}
