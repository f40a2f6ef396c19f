import { getRecord, listRecords, type RecordData } from '#web/data/index.ts'

type Waiting = Map<string, PromiseWithResolvers<RecordData>>

const waiting = new Map<string, Waiting>()
/** A request's address holds this many ids. */
const most = 80

/**
 * A record by its id, asked for together with all that are wanted at the same moment: 200 chosen records are three
 * requests.
 * @throws ApiError as `getRecord` does
 */
export function loadRecord(object: string, id: string): Promise<RecordData> {
  let ids = waiting.get(object)
  if (ids === undefined) {
    ids = new Map()
    waiting.set(object, ids)
    setTimeout(() => void ask(object), 0)
  }
  const known = ids.get(id)
  if (known !== undefined) return known.promise
  const one = Promise.withResolvers<RecordData>()
  ids.set(id, one)
  return one.promise
}

async function ask(object: string): Promise<void> {
  const asked = [...(waiting.get(object) ?? [])]
  waiting.delete(object)
  for (let at = 0; at < asked.length; at += most) void answer(object, asked.slice(at, at + most))
}

async function answer(
  object: string,
  asked: readonly (readonly [string, PromiseWithResolvers<RecordData>])[],
) {
  const found =
    asked.length === 1
      ? []
      : await together(
          object,
          asked.map(([id]) => id),
        )
  const byId = new Map(found.map((record) => [record.id, record]))
  for (const [id, one] of asked) {
    const record = byId.get(id)
    // Alone it is asked for in the way that says why it is not there.
    if (record === undefined) getRecord(object, id).then(one.resolve, one.reject)
    else one.resolve(record)
  }
}

async function together(object: string, ids: readonly string[]): Promise<readonly RecordData[]> {
  try {
    const filter = `id in (${ids.map((id) => JSON.stringify(id)).join(', ')})`
    return (await listRecords(object, { filter, limit: ids.length })).data
  } catch {
    return []
  }
}
