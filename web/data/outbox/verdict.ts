import { ApiError } from '../api-error.ts'
import type { KeptProblem } from './entry.ts'
import { Conflict } from './send.ts'

/** What becomes of a write that was sent and not taken. */
type Verdict =
  /** Nobody answered: it is sent again. */
  | { readonly to: 'wait' }
  /** The server no longer knows who is asking: it is sent once somebody has signed in. */
  | { readonly to: 'sign-in' }
  | { readonly to: 'refuse'; readonly problem: KeptProblem }

/** Answers that say “not now”: too early, too often, or given in place of a server that is away. */
const notNow: ReadonlySet<number> = new Set([0, 408, 425, 429, 502, 503, 504])
/** How often a server may fail at a write before the person has to know. */
const mostFailures = 3

export function verdictOn(error: unknown, attempts: number): Verdict {
  if (error instanceof Conflict) {
    return { to: 'refuse', problem: { ...keptProblem(error.refusal), theirs: error.theirs } }
  }
  if (!(error instanceof ApiError))
    return { to: 'refuse', problem: { status: 0, problem: { detail: String(error) } } }
  if (error.status === 401 || error.code === 'second_factor_required') return { to: 'sign-in' }
  if (notNow.has(error.status) || (error.status >= 500 && attempts + 1 < mostFailures)) return { to: 'wait' }
  return { to: 'refuse', problem: keptProblem(error) }
}

const keptProblem = ({ status, members }: ApiError): KeptProblem => ({ status, problem: members })

export const errorOf = ({ status, problem }: KeptProblem): ApiError => new ApiError(status, problem)

/** Milliseconds until the next try: a second, doubled each time up to a minute; tabs and people do not come all at once. */
export function pauseAfter(failures: number, chance: number = Math.random()): number {
  return Math.min(60_000, 1_000 * 2 ** Math.min(failures - 1, 6)) * (0.8 + 0.4 * chance)
}
