import { Random } from '#server/apps/demo/random.ts'
import { percentile, type Round, ratioOf } from './arithmetic.ts'
import { ask } from './client.ts'
import type { Figure } from './figures.ts'
import { connectionsTo, loadRound } from './load-round.ts'

export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface Side {
  /** Records (of a batch) or requests a second, the median of the rounds. */
  readonly rate: number
  /** Milliseconds of all rounds' requests. */
  readonly latency: Latency
}

export interface Measured {
  readonly figure: string
  readonly title: string
  readonly connections: number
  readonly limit: Side
  readonly kith: Side
  readonly ratio: number
  readonly reach: number
  readonly reached: boolean
  readonly rounds: readonly Round[]
}

export interface MeasureOptions {
  readonly kithPort: number
  readonly limitPort: number
  readonly connections: number
  readonly rounds: number
  readonly seconds: number
}

const warmUp = 0.4

/** Measures both sides of a figure in turns; who comes first changes from round to round. */
export async function measure(figure: Figure, options: MeasureOptions): Promise<Measured> {
  const { kithPort, limitPort, connections, rounds, seconds } = options
  const sides = {
    limit: { open: connectionsTo(limitPort, connections), next: figure.limit(new Random(connections)) },
    kith: { open: connectionsTo(kithPort, connections), next: figure.kith(new Random(connections)) },
  }
  type Name = keyof typeof sides
  const rates: Record<Name, number[]> = { limit: [], kith: [] }
  const latencies: Record<Name, number[]> = { limit: [], kith: [] }
  try {
    for (const { open, next } of Object.values(sides)) await loadRound(open, next, warmUp)
    for (let round = 0; round < rounds; round++) {
      const turns: readonly Name[] = round % 2 === 0 ? ['limit', 'kith'] : ['kith', 'limit']
      for (const name of turns) {
        const { open, next } = sides[name]
        const load = await loadRound(open, next, seconds)
        rates[name].push(load.rate * figure.records)
        for (const latency of load.latencies) latencies[name].push(latency)
      }
    }
  } finally {
    for (const { open } of Object.values(sides)) for (const connection of open) connection.close()
  }
  const both = rates.limit.map((limit, round) => ({ limit, kith: rates.kith[round] ?? Number.NaN }))
  const side = (name: Name): Side => ({
    rate: percentile(rates[name], 0.5),
    latency: latencyOf(latencies[name]),
  })
  const [limit, kith, ratio] = [side('limit'), side('kith'), ratioOf(both)]
  const quick = figure.p95 === undefined || connections > 1 || kith.latency.p95 < figure.p95
  const { name, title, reach } = figure
  const reached = ratio >= reach && quick
  return { figure: name, title, connections, limit, kith, ratio, reach, reached, rounds: both }
}

export const latencyOf = (values: readonly number[]): Latency => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  p99: percentile(values, 0.99),
})

/** Fails where the limit would answer with other records than Kith: it would be no limit of the same work. */
export async function checkSameAnswers(figure: Figure, kithPort: number, limitPort: number): Promise<void> {
  const [kith] = connectionsTo(kithPort, 1)
  const [limit] = connectionsTo(limitPort, 1)
  const [nextKith, nextLimit] = [figure.kith(new Random(7)), figure.limit(new Random(7))]
  try {
    for (let time = 0; time < 5; time++) {
      const [left, right] = [await ask(kith!, nextKith()), await ask(limit!, nextLimit())]
      const [own, other] = [left, right].map((body) =>
        JSON.stringify((JSON.parse(String(body)) as { data: unknown }).data),
      )
      if (own !== other) throw new Error(`${figure.title}: the limit answers otherwise\n${own}\n${other}`)
    }
  } finally {
    kith?.close()
    limit?.close()
  }
}
