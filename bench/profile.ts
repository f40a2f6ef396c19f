import type pg from 'pg'

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
}

interface CpuProfile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

interface Message {
  readonly id?: number
  readonly result?: { readonly profile?: CpuProfile }
}

/** The CPU profiler of a child that was started with --inspect. */
export class Profiler {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (message: Message) => void>()
  #next = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message)
    })
  }

  static async connect(url: string): Promise<Profiler> {
    const socket = new WebSocket(url)
    await new Promise((settle, fail) => {
      socket.addEventListener('open', settle)
      socket.addEventListener('error', fail)
    })
    const profiler = new Profiler(socket)
    await profiler.#ask('Profiler.enable')
    await profiler.#ask('Profiler.setSamplingInterval', { interval: 500 })
    return profiler
  }

  async start(): Promise<void> {
    await this.#ask('Profiler.start')
  }

  /** Lines that tell which functions took the time by themselves, and which packages or files. */
  async stop(): Promise<string[]> {
    const { result } = await this.#ask('Profiler.stop')
    return result?.profile === undefined ? [] : linesOf(result.profile)
  }

  close(): void {
    this.#socket.close()
  }

  #ask(method: string, params = {}): Promise<Message> {
    const id = this.#next++
    return new Promise((settle) => {
      this.#waiting.set(id, settle)
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }
}

const idle = new Set(['(idle)', '(root)'])

function linesOf({ nodes, samples, timeDeltas }: CpuProfile): string[] {
  const nodeById = new Map(nodes.map((node) => [node.id, node]))
  const byFunction = new Map<string, number>()
  const byPlace = new Map<string, number>()
  let total = 0
  for (const [index, sample] of samples.entries()) {
    const frame = nodeById.get(sample)?.callFrame
    if (frame === undefined || idle.has(frame.functionName)) continue
    const time = timeDeltas[index] ?? 0
    const place = placeOf(frame.url)
    const name = `${frame.functionName || '(anonymous)'}  ${place}${frame.url === '' ? '' : `:${frame.lineNumber + 1}`}`
    byFunction.set(name, (byFunction.get(name) ?? 0) + time)
    byPlace.set(groupOf(place), (byPlace.get(groupOf(place)) ?? 0) + time)
    total += time
  }
  const top = (entries: Map<string, number>, most: number): string[] =>
    [...entries]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => `  ${((100 * time) / total).toFixed(1).padStart(5)} %  ${name}`)
  return [...top(byFunction, 30), '  by package and folder:', ...top(byPlace, 16)]
}

function placeOf(url: string): string {
  const path = url.replace(/^file:\/\//, '')
  const inModules = path.lastIndexOf('node_modules/')
  if (inModules >= 0) return path.slice(inModules + 'node_modules/'.length)
  return /\/((?:server|shared)\/.*)$/.exec(path)?.[1] ?? path
}

const groupOf = (place: string): string =>
  /^(?:server|shared)\//.test(place)
    ? place.replace(/\/[^/]*$/, '')
    : (/^(?:@[^/]+\/)?[^/]+/.exec(place)?.[0] ?? '(native)')

/** Lines that tell which statements took PostgreSQL's time since the last call, planning apart. */
export async function statementLines(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<
    Record<'role' | 'query', string> & Record<'calls' | 'plan' | 'exec', number>
  >(`
    select r.rolname as role, s.calls::float8 as calls, left(regexp_replace(s.query, '\\s+', ' ', 'g'), 110) as query,
      (s.total_plan_time / greatest(s.calls, 1))::float8 as plan, s.mean_exec_time as exec
    from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where s.query not like '%pg_stat_statements%' order by s.total_plan_time + s.total_exec_time desc limit 8`)
  await pool.query('select pg_stat_statements_reset()')
  return rows.map(
    ({ role, calls, plan, exec, query }) =>
      `  ${role.padEnd(12)} ${String(calls).padStart(7)} ×  plan ${plan.toFixed(3)} ms  run ${exec.toFixed(3)} ms  ${query}`,
  )
}
