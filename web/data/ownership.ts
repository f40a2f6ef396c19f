import type { Holding } from '#shared/operations/ownership.ts'
import { request } from './request.ts'

/** Milliseconds: who saves is not kept waiting longer by a server that is slow. */
const patience = 3000

/**
 * Records that bear one of these values already, also those beyond the person's reach.
 * @param values by wire name
 * @throws ApiError, also where the person asks too often; DOMException where no answer came in time
 */
export async function holdersOf(
  object: string,
  values: Readonly<Record<string, unknown>>,
): Promise<readonly Holding[]> {
  const path = `/records/${object}/ownership`
  const { data } = await request<{ data: readonly Holding[] }>('POST', path, {
    body: { values },
    signal: AbortSignal.timeout(patience),
  })
  return data.data
}
