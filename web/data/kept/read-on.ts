import type { Query, QueryFunctionContext, QueryKey } from '@tanstack/react-query'
import { whenConnected } from '../connection.ts'
import { withPending } from '../outbox/pending.ts'
import { changed } from '../record-shapes.ts'
import { isAway } from '../request.ts'
import { keepAnswer, keptAnswer } from './answers.ts'

/** Never kept: what only the moment of its making may show, and what is asked for by what one types. */
const untold: ReadonlySet<unknown> = new Set(['api-keys', 'presence'])

type Ask<Data> = (context: QueryFunctionContext<QueryKey>) => Data | Promise<Data>

/**
 * Asks the server, and keeps what it says. Where it is away, what was seen last is shown: from memory, else from what
 * the browser keeps. The next page of a list waits until the server is back.
 */
export async function readOn<Data>(
  ask: Ask<Data>,
  context: QueryFunctionContext<QueryKey>,
  query: Query,
): Promise<Data> {
  const { queryKey } = context
  if (untold.has(queryKey[0])) return ask(context)
  try {
    const data = await ask(context)
    keepAnswer(queryKey, data)
    return data
  } catch (error) {
    if (!isAway(error)) throw error
    if (query.state.fetchMeta?.fetchMore !== undefined) {
      await whenConnected()
      return readOn(ask, context, query)
    }
    if (query.state.data !== undefined) return query.state.data as Data
    const kept = await keptAnswer(queryKey)
    if (kept === undefined) throw error
    return shown(queryKey, kept.data) as Data
  }
}

/** What was kept, with what waits to be written laid over. */
function shown(queryKey: QueryKey, data: unknown): unknown {
  const [room, object] = queryKey
  if (room !== 'records' || typeof object !== 'string') return data
  return changed(data, (record) => withPending(object, record))
}
