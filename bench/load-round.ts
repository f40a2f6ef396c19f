import { ask, Connection } from './client.ts'

/** Makes the next request; each side draws its own, from the same seed. */
export type NextRequest = () => string

export interface Load {
  /** Requests that were answered, a second. */
  readonly rate: number
  /** Milliseconds of each. */
  readonly latencies: readonly number[]
}

/** Keeps every connection busy with one request at a time for `seconds`; what is under way then is waited for and counted. */
export async function loadRound(
  connections: readonly Connection[],
  next: NextRequest,
  seconds: number,
): Promise<Load> {
  const latencies: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = performance.now(); now < end; ) {
        await ask(connection, next())
        const answered = performance.now()
        latencies.push(answered - now)
        now = answered
      }
    }),
  )
  return { rate: latencies.length / ((performance.now() - began) / 1000), latencies }
}

export const connectionsTo = (port: number, count: number): Connection[] =>
  Array.from({ length: count }, () => new Connection(port))
