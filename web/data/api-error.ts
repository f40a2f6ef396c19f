/** A refusal of the server (RFC 9457), or a request that never arrived (`status` 0, code `server_unreachable`). */
interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly message: string
}

export class ApiError extends Error {
  readonly code: string
  readonly status: number
  /** What happened, in the person's language. */
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  /** Further members of the problem document. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    const detail = typeof problem.detail === 'string' ? problem.detail : `HTTP ${status}`
    super(detail)
    this.name = 'ApiError'
    this.status = status
    this.detail = detail
    this.code = typeof problem.code === 'string' ? problem.code : 'internal'
    this.errors = Array.isArray(problem.errors) ? problem.errors.filter(isFieldProblem) : []
    this.members = problem
  }

  /** The message for one input, by its path as the server gives it: `amount`, `/amount` or `0.amount`. */
  messageFor(path: string): string | undefined {
    return this.errors.find((error) => error.path.split(/[./[\]]+/).includes(path))?.message
  }
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'path' in value && 'message' in value
}
