import { AppError } from '#shared/errors.ts'

/** Why a provider let nobody in: for the audit log and for who tries a provider, never for who signs in. */
export class ProviderRefusal extends Error {
  /** One of few words in snake case. */
  readonly reason: string

  constructor(reason: string, cause?: unknown) {
    super(reason, { cause })
    this.name = 'ProviderRefusal'
    this.reason = reason
  }
}

const longest = 300

/** The reason of whatever was thrown: of a library's error what it says, since that is all there is to go by. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProviderRefusal) {
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
    return `${error.reason}${cause}`.slice(0, longest)
  }
  if (error instanceof AppError) return `${error.code}: ${error.message}`.slice(0, longest)
  if (!(error instanceof Error)) return 'provider_failed'
  return `provider_failed: ${error.message}`.slice(0, longest)
}
