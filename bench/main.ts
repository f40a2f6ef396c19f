import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runningDatabaseUrl } from '#server/platform/database/embedded.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { figuresOf } from './figures.ts'
import { limitTables } from './limit-statements.ts'
import { checkSameAnswers, type Measured, measure } from './measure.ts'
import { createMember } from './member.ts'
import { memberFigures } from './member-figures.ts'
import { type Options, readOptions, usage } from './options.ts'
import type { Prepared } from './prepared.ts'
import { endChildren, runChild, startChild } from './processes.ts'
import { Profiler, statementLines } from './profile.ts'
import { heading, measuredLine, type Size, seenLine, sizeLine } from './report.ts'
import { measureStream, type Seen } from './stream.ts'
import { firstScreen } from './web/scripts.ts'
import { signedIn, slowPage } from './web/visitor.ts'

const email = 'bench@kith.example'
const password = 'bench-of-kith-2026'
const mostMemory = 300
/** Milliseconds of the processor for each request. */
const mostOfSignInCheck = 0.2
/** Milliseconds. */
const longestBuild = 120_000
const connectionCounts = [1, 16] as const

const [part, ...rest] = process.argv.slice(2)
if (part === 'web') process.exitCode = await (await import('./web/main.ts')).measureWeb(rest)
else {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined) process.stdout.write(`${usage}\n`)
  else process.exitCode = await main(options)
}

async function main(asked: Options): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      endChildren()
      process.exitCode = 130
    })
  const env = { KITH_DATA: join(folder, 'data'), HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' }
  try {
    return await run(asked, folder, env)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function say(text = ''): void {
  process.stdout.write(`${text}\n`)
}

interface ServerEnvironment extends Readonly<Record<string, string>> {
  readonly KITH_DATA: string
}

async function run(asked: Options, folder: string, env: ServerEnvironment): Promise<number> {
  await runChild('bench/build-web.js', [], {})
  const member = ['--email', email, '--password', password, '--name', 'Bench', '--workspace', 'bench']
  await runChild('server/cli.ts', ['user', 'create', ...member], env)
  // Commits tell when they happened; that is what the way to a subscriber is measured from.
  const further = asked.profile
    ? "shared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.track_planning = on\n"
    : ''
  appendFileSync(
    join(env.KITH_DATA, 'postgres', 'postgresql.conf'),
    `track_commit_timestamp = on\n${further}`,
  )

  const server = startChild('server/cli.ts', ['start'], env, asked.profile ? ['--inspect=127.0.0.1:0'] : [])
  const ends: (() => Promise<unknown>)[] = [() => server.stop()]
  try {
    const inspector = asked.profile ? await server.printed(/Debugger listening on (ws:\S+)/) : undefined
    const kithPort = portIn(await server.printed(/ready: (http:\S+)\s/))
    const databaseUrl = runningDatabaseUrl(env.KITH_DATA)
    if (databaseUrl === undefined) throw new Error('the embedded PostgreSQL does not run')
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
    pool.on('error', () => {})
    ends.push(() => pool.end())
    const key = await runChild(
      'server/cli.ts',
      ['key', 'create', '--email', email, '--workspace', 'bench'],
      env,
    )
    const prepared = await load(asked, folder, env)
    const figures = figuresOf(prepared, key).filter(
      ({ name }) => asked.only.length === 0 || asked.only.includes(name),
    )
    const limit = await startLimit(databaseUrl, folder)
    ends.push(() => limit.stop())
    await settleIndexes(figures, kithPort, limit.port, pool, prepared)
    if (asked.profile) await pool.query('create extension if not exists pg_stat_statements')
    const profiler = inspector === undefined ? undefined : await Profiler.connect(inspector)

    say(
      `\n${asked.records.toLocaleString('en')} contacts; ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} threads, ${Math.round(totalmem() / 2 ** 30)} GB\n`,
    )
    if (figures.length > 0) say(heading())
    const measured: Measured[] = []
    for (const figure of figures)
      for (const connections of connectionCounts) {
        await profiler?.start()
        if (profiler) await pool.query('select pg_stat_statements_reset()')
        const row = await measure(figure, { ...asked, kithPort, limitPort: limit.port, connections })
        measured.push(row)
        say(measuredLine(row))
        if (profiler)
          for (const line of [...(await profiler.stop()), ...(await statementLines(pool))]) say(line)
      }
    profiler?.close()
    const seen: Seen[] = []
    const writing = figuresOf(prepared, key).find(({ name }) => name === 'update')
    say()
    if (writing !== undefined && (asked.only.length === 0 || asked.only.includes('stream')))
      for (const writers of [0, 16]) {
        const row = await measureStream({ prepared, key, port: kithPort, pool, writing, writers })
        seen.push(row)
        say(seenLine(row))
      }
    const compared = wantsMember(asked) ? await compareMember(asked, kithPort, key, prepared, pool, env) : []
    const sizes = [await memoryOf(kithPort), await firstScreenOf(kithPort)]
    if (wantsMember(asked)) sizes.push(await signInCheckOf(key, env))
    for (const size of sizes) say(sizeLine(size))
    const missed = [...measured, ...seen, ...compared, ...sizes].filter(({ reached }) => !reached).length
    say(`\n${missed === 0 ? 'Every figure is reached.' : `${missed} figures are missed.`}`)
    if (asked.json !== undefined)
      writeFileSync(
        asked.json,
        `${JSON.stringify({ records: asked.records, measured, seen, member: compared, sizes }, null, 2)}\n`,
      )
    return 0
  } finally {
    for (const end of ends.reverse()) await end()
  }
}

async function load(asked: Options, folder: string, env: ServerEnvironment): Promise<Prepared> {
  const file = join(folder, 'prepared.json')
  const began = Date.now()
  process.stderr.write(`Loading ${asked.records.toLocaleString('en')} contacts …\n`)
  await runChild('bench/load.ts', [String(asked.records), file], env)
  process.stderr.write(`Loaded in ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
  return JSON.parse(readFileSync(file, 'utf8')) as Prepared
}

async function startLimit(databaseUrl: string, folder: string) {
  const child = startChild('bench/limit-server.ts', [databaseUrl, join(folder, 'prepared.json')], {})
  return { port: portIn(await child.printed(/limit at (http:\S+)\s/)), stop: () => child.stop() }
}

function portIn(address: string): number {
  return Number(new URL(address).port)
}

/**
 * Asks both sides the same, which also tells Kith what people filter by; waits for the indexes that it builds for that,
 * and gives the limit tables with the same ones.
 */
async function settleIndexes(
  figures: ReturnType<typeof figuresOf>,
  kithPort: number,
  limitPort: number,
  pool: pg.Pool,
  { schema }: Prepared,
): Promise<void> {
  await pool.query('vacuum analyze')
  for (const figure of figures) if (figure.comparable) await checkSameAnswers(figure, kithPort, limitPort)
  await indexesBuilt(pool, schema)
  await pool.query(limitTables(schema))
  await pool.query('vacuum analyze')
  await pool.query('checkpoint')
}

async function indexesBuilt(pool: pg.Pool, schema: string): Promise<void> {
  for (const deadline = Date.now() + longestBuild; Date.now() < deadline; await sleep(250)) {
    const { rows } = await pool.query<{ building: boolean }>(
      `select exists (select from ${schema}._index where state = 'wanted') as building`,
    )
    if (rows[0]?.building === false) return
  }
}

function wantsMember({ only }: Options): boolean {
  return only.length === 0 || only.includes('member')
}

/** A member of a team beside an administrator, both by the same requests to the same server, in turns. */
async function compareMember(
  asked: Options,
  port: number,
  key: string,
  prepared: Prepared,
  pool: pg.Pool,
  env: ServerEnvironment,
): Promise<Measured[]> {
  const figures = memberFigures(prepared, key, await createMember(port, key, env))
  const sides = { kithPort: port, limitPort: port }
  // What they ask by gets its indexes before anything is measured.
  for (const figure of figures) await measure(figure, { ...sides, connections: 1, rounds: 1, seconds: 0.5 })
  await indexesBuilt(pool, prepared.schema)
  await pool.query('vacuum analyze')
  await pool.query('checkpoint')
  say(`\n${heading({ limit: 'admin', kith: 'member' })}`)
  const measured: Measured[] = []
  for (const figure of figures)
    for (const connections of connectionCounts) {
      const row = await measure(figure, { ...asked, ...sides, connections })
      measured.push(row)
      say(measuredLine(row))
    }
  say()
  return measured
}

async function signInCheckOf(key: string, env: ServerEnvironment): Promise<Size> {
  const value = Number(await runChild('bench/sign-in-check.ts', [key], env))
  const reached = value <= mostOfSignInCheck
  return { title: 'sign-in check of a request', value, unit: 'ms', most: mostOfSignInCheck, reached }
}

async function memoryOf(kithPort: number): Promise<Size> {
  const metrics = await (await fetch(`http://127.0.0.1:${kithPort}/metrics`)).text()
  const resident = Number(/^process_resident_memory_bytes ([\d.e+]+)$/m.exec(metrics)?.[1])
  const value = resident / 1024 / 1024
  return { title: 'server memory', value, unit: 'MB', most: mostMemory, reached: value <= mostMemory }
}

async function firstScreenOf(kithPort: number): Promise<Size> {
  const browser = await launchBrowser()
  try {
    const address = `http://localhost:${kithPort}`
    const newContext = () => signedIn(browser, address, { email, password })
    return (await firstScreen({ address, newContext, newPage: (context) => slowPage(context, 1) })).figure
  } finally {
    await browser.close()
  }
}
