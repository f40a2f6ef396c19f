import { ApiError } from '#web/data/index.ts'

const refusals: readonly number[] = [400, 403, 404]

/** What a pool does not give comes by no second try: it shows other fields by now, or holds the record no more. */
export const isRefused = (error: Error | null): boolean =>
  error instanceof ApiError && refusals.includes(error.status)
