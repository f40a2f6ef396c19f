import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { updateField } from '#server/core/metadata/index.ts'
import { createRecords, listRecords, updateRecords } from '#server/core/records/index.ts'
import type { Option } from '#shared/metadata/definition.ts'

/** A record as a door takes it: members by wire name. */
export type WireRecord = Readonly<Record<string, unknown>>

/** What an import needs of the rest of the core; each call is one transaction, all or nothing. */
export interface ImportDoors {
  /** @throws AppError whose issues have paths such as `/3/amount` */
  createRecords(
    cx: Context,
    object: string,
    rows: readonly unknown[],
  ): Promise<{ readonly ids: readonly string[] }>
  updateRecords(cx: Context, object: string, rows: readonly unknown[]): Promise<unknown>
  /** `text` is the JSON `{"data": […], "nextCursor": …}`. */
  queryRecords(
    cx: Context,
    object: string,
    query: {
      readonly filter?: string
      readonly fields?: string[]
      readonly sort?: string
      readonly limit?: number
      readonly cursor?: string
    },
  ): Promise<{ readonly text: string }>
  /** Adds choices to a select; those it has already are left alone. */
  addOptions(cx: Context, object: string, field: string, options: readonly Option[]): Promise<unknown>
}

export const recordDoors: ImportDoors = {
  createRecords: (cx, object, rows) => createRecords(cx, object, rows, { idsOnly: true }),
  updateRecords: (cx, object, rows) => updateRecords(cx, object, rows, { idsOnly: true }),
  queryRecords: async (cx, object, { sort, ...query }) => ({
    text: await listRecords(cx, object, { ...query, ...(sort !== undefined && { sort: sort.split(',') }) }),
  }),
  async addOptions(cx, object, name, options) {
    const known = catalogueOf(cx).object(object).fieldByName.get(name)?.options ?? []
    const values = new Set(known.map(({ value }) => value))
    const missing = options.filter(({ value }) => !values.has(value))
    if (missing.length > 0) await updateField(cx, object, name, { options: [...known, ...missing] })
  },
}

/** All records of a query, page by page. */
export async function* readAll(
  doors: ImportDoors,
  cx: Context,
  object: string,
  query: { readonly filter?: string; readonly fields: string[] },
): AsyncGenerator<WireRecord> {
  let cursor: string | undefined
  do {
    const { text } = await doors.queryRecords(cx, object, {
      ...query,
      limit: 1000,
      ...(cursor !== undefined && { cursor }),
    })
    const page = JSON.parse(text) as { data: WireRecord[]; nextCursor: string | null }
    yield* page.data
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

/** A text as the expression language writes it. */
export const quote = (text: string): string => JSON.stringify(text)
