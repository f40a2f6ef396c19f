import { seenOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Runner, run } from '../database.ts'
import { claimKey, type Idempotency, keepResult } from './idempotency.ts'
import { insertStatement } from './insert.ts'
import { type Verb, type WriteOptions, writeRecords } from './pipeline.ts'
import { arrange, readBack, type Written } from './written.ts'

interface CreateOptions extends Pick<WriteOptions, 'single' | 'backdated'> {
  readonly idempotency?: Idempotency | undefined
  /** Gives ids alone, where the records themselves are not wanted. */
  readonly idsOnly?: boolean
  /** Done last in the transaction. */
  readonly within?: (client: Runner) => Promise<void>
}

export const creating = ({ idsOnly = false }: Pick<CreateOptions, 'idsOnly'> = {}): Verb => ({
  action: 'create',
  wholeAlone: () => true,
  async write(cx, on, catalogue, plan, rows) {
    const result = await run(on, insertStatement(cx, catalogue, plan, rows, !idsOnly))
    return arrange(
      cx,
      result,
      rows.map(({ id }) => id),
    )
  },
})

/**
 * Creates records, all or none.
 * @param inputs wire JSON of each, 1…10,000
 * @throws AppError with an issue for each bad input; `value_not_unique`, `id_taken`, `not_permitted`
 */
export function createRecords(
  cx: Context,
  name: string,
  inputs: readonly unknown[],
  { idempotency, idsOnly = false, within, ...options }: CreateOptions = {},
): Promise<Written> {
  const whole = async (client: Runner, write: () => Promise<Written>) => {
    const written = await write()
    await within?.(client)
    return written
  }
  const once: WriteOptions['around'] =
    idempotency &&
    (async (client, write, catalogue) => {
      const made = await claimKey(cx, client, idempotency)
      if (made !== undefined)
        return readBack(cx, client, catalogue, seenOf(cx, catalogue).object(name).key, made)
      const written = await whole(client, write)
      await keepResult(cx, client, idempotency, written.ids)
      return written
    })
  return writeRecords(cx, name, inputs, creating({ idsOnly }), {
    ...options,
    around: once ?? (within && whole),
  })
}
