import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { invalidInput } from '#shared/errors.ts'
import { compile } from '#shared/expression/index.ts'
import { conditionsOf, from, namesCurrency } from '../conditions.ts'
import { type Runner, run } from '../database.ts'
import { placed } from '../place.ts'
import { scopeFor } from '../scope.ts'
import { searchWords } from '../search.ts'
import { advance, finish, noProgress, Overtaken, type Progress, progressOf } from './bulk-progress.ts'
import type { Idempotency } from './idempotency.ts'
import { editingLists, type ListEdits } from './list-edits.ts'
import { type WriteOptions, writeRecords } from './pipeline.ts'
import { deleteRecords } from './remove.ts'

/** Which records: those of a list, or those that a list's filter and search leave. */
export interface Chosen {
  readonly ids?: readonly string[] | undefined
  readonly filter?: string | undefined
  readonly search?: string | undefined
}

/** What to do with all of them. */
export type BulkWork =
  | ({ readonly values: Readonly<Record<string, unknown>> } & ListEdits)
  | { readonly delete: true }

interface BulkOptions {
  readonly idempotency?: Idempotency | undefined
  /** Told at the beginning and after each transaction. */
  readonly onProgress: (progress: Progress) => void
}

/** Records of one transaction: it holds their rows until it ends, so that a short one lets others write in between. */
const chunk = 1_000

/**
 * Changes or deletes every chosen record, in the order of their ids, a thousand to a transaction. A refusal ends the work;
 * `onProgress` was told what was done before it. A request that names a key and is sent again goes on where it stopped.
 * @throws AppError of the expression language and of the write door; `idempotency_key_reused`
 */
export async function writeChosen(
  cx: Context,
  name: string,
  chosen: Chosen,
  work: BulkWork,
  { idempotency, onProgress }: BulkOptions,
): Promise<void> {
  if (chosen.ids === undefined && chosen.filter === undefined && chosen.search === undefined) {
    throw invalidInput([{ path: '/filter', code: 'required', parameters: { label: 'filter' } }])
  }
  const { key: object } = catalogueOf(cx).object(name)
  const read = () => (idempotency === undefined ? noProgress : progressOf(cx, object, idempotency))
  let progress = await read()
  for (onProgress(progress); !progress.done; onProgress(progress)) {
    const ids = await nextIds(cx, name, chosen, progress.after)
    if (ids.length === 0) break
    try {
      const transaction = await writeChunk(cx, name, ids, work, async (client) => {
        if (idempotency !== undefined) await advance(cx, client, object, idempotency, progress, ids)
      })
      progress = {
        after: ids.at(-1)!,
        count: progress.count + ids.length,
        transactions: [...progress.transactions, transaction],
        done: false,
      }
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      progress = await read()
    }
  }
  if (idempotency !== undefined && !progress.done) await finish(cx, object, idempotency)
}

/** One chunk in one transaction, whose number it gives; `within` is done last in it. */
async function writeChunk(
  cx: Context,
  name: string,
  ids: readonly string[],
  work: BulkWork,
  within: (client: Runner) => Promise<void>,
): Promise<string> {
  let transaction = ''
  const note = async (client: Runner): Promise<void> => {
    await within(client)
    const [row] = await run(client, { text: 'select pg_current_xact_id()::text', values: [] })
    transaction = row![0]!
  }
  if ('delete' in work) await deleteRecords(cx, name, ids, note)
  else {
    const rows = ids.map((id) => ({ ...work.values, id }))
    const around: WriteOptions['around'] = async (client, write) => {
      const written = await write()
      await note(client)
      return written
    }
    await writeRecords(cx, name, rows, editingLists(work), { around })
  }
  return transaction
}

async function nextIds(cx: Context, name: string, chosen: Chosen, after: string): Promise<string[]> {
  const catalogue = catalogueOf(cx)
  const object = catalogue.object(name)
  const { filter: condition, ids } = chosen
  const filter =
    condition === undefined || condition.trim() === ''
      ? undefined
      : placed('/filter', () => compile(condition, catalogue, object, 'boolean'))
  const ownCurrency = filter !== undefined && namesCurrency(filter)
  const scope = scopeFor(cx, { catalogue, object, ownCurrency })
  const { alias, parameters } = scope
  const conditions = [
    `${alias}.deleted_at is null`,
    ...conditionsOf(scope, filter, searchWords(chosen.search ?? '')),
    `${alias}.id > ${parameters.add(after, 'uuid')}`,
    ...(ids === undefined ? [] : [`${alias}.id = any(${parameters.add(ids, 'uuid[]')})`]),
  ]
  const text = `select ${alias}.id ${from(scope)} where ${conditions.join(' and ')} order by ${alias}.id limit ${chunk}`
  return (await run(cx.workspace.queryPool, { text, values: parameters.values })).map(([id]) => id!)
}
