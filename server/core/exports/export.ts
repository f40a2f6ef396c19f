import { Readable } from 'node:stream'
import { catalogueOf, permit } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { openJson } from '#server/core/encryption/sealed-json.ts'
import type { Scope } from '#server/core/expression/scope.ts'
import { compileFilter } from '#server/core/records/compiled.ts'
import { conditionsOf, from, namesCurrency } from '#server/core/records/conditions.ts'
import { run } from '#server/core/records/database.ts'
import { orderOf, orderSql } from '#server/core/records/order.ts'
import { placed } from '#server/core/records/place.ts'
import { scopeFor } from '#server/core/records/scope.ts'
import { searchWords } from '#server/core/records/search.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { namesEncrypted } from '#shared/expression/index.ts'
import type { Locale } from '#shared/fields/field-type.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type ExportFormat, mostSheetRows } from '#shared/operations/exports.ts'
import { type Cell, text } from './cell.ts'
import { columnsOf, type ExportColumn } from './columns.ts'
import { csvOf } from './csv.ts'
import { openSnapshot, type Snapshot } from './rows.ts'
import { xlsxOf } from './xlsx.ts'

export interface ExportQuery {
  readonly format?: ExportFormat | undefined
  readonly filter?: string | undefined
  readonly search?: string | undefined
  readonly sort?: readonly string[] | undefined
  /** Dotted through relations; all by default. */
  readonly fields?: readonly string[] | undefined
  readonly ids?: readonly string[] | undefined
}

interface ExportedFile {
  /** `客户 2026-11-20.csv` */
  readonly name: string
  readonly format: ExportFormat
  /** Read as fast as it is taken; destroy it to end the export. */
  readonly content: Readable
}

/**
 * All records of a list as a file, as of one moment. Nothing is held but a few hundred rows.
 * @throws AppError of the expression language, `unknown_field`, `not_sortable`, `export_too_large`, `not_permitted`
 */
export async function exportRecords(cx: Context, name: string, query: ExportQuery): Promise<ExportedFile> {
  const object = catalogueOf(cx).object(name)
  permit(cx, 'export', object)
  const { format = 'csv' } = query
  const { statement, columns, told } = compileExport(cx, object, query)
  const snapshot = await openSnapshot(cx)
  try {
    if (format === 'xlsx') await refuseTooMany(snapshot, statement)
    await auditExport(cx, object, { ...query, filter: told }, await countRows(snapshot, statement))
    const rows = cellsOf(cx, snapshot, statement, columns)
    // Asked for before the answer begins, so that a refusal can still be told.
    const first = await rows.next()
    const title = (object.pluralLabel ?? object.label)[cx.language]
    const whole = resumed(first, rows)
    const content = Readable.from(format === 'csv' ? csvOf(whole, cx.language) : xlsxOf(whole, title), {
      objectMode: false,
    })
    content.once('close', () => void snapshot.end())
    return { name: `${title} ${dayOf(cx)}.${format}`, format, content }
  } catch (error) {
    await snapshot.end()
    throw error
  }
}

interface Compiled {
  readonly columns: readonly ExportColumn[]
  /** The filter, unless it names a value that is kept encrypted. */
  readonly told: string | undefined
  readonly statement: { readonly text: string; readonly values: readonly unknown[] }
}

function compileExport(cx: Context, object: CatalogueObject, query: ExportQuery): Compiled {
  const catalogue = catalogueOf(cx)
  const { filter: condition, sort = [], fields, ids } = query
  const filter =
    condition === undefined ? undefined : placed('filter', () => compileFilter(condition, catalogue, object))
  const ownCurrency = filter !== undefined && namesCurrency(filter)
  const scope = scopeFor(cx, { catalogue, object, ownCurrency, verb: 'export' })
  const words = searchWords(query.search ?? '')
  const conditions = [
    ...conditionsOf(scope, filter, words),
    ...(ids === undefined ? [] : [among(scope, ids)]),
  ]
  const order = placed('sort', () => orderOf(sort, scope, cx.workspace.language))
  const columns = columnsOf(scope, fields, cx.language)
  const values = columns.map(({ sql }, index) => `${sql} as c${index}`).join(', ')
  // JSON of each value, as the API prints it.
  const row = columns.map((_, index) => `to_json(r.c${index})::text`).join(', ')
  const rows = `select ${values} ${from(scope)} where ${conditions.join(' and ')} order by ${orderSql(order)}`
  return {
    columns,
    told: filter !== undefined && namesEncrypted(filter) ? undefined : condition,
    statement: { text: `select ${row} from (${rows}) r`, values: scope.parameters.values },
  }
}

const identifier = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

function among(scope: Scope, ids: readonly string[]): string {
  if (!ids.every((id) => identifier.test(id))) {
    throw invalidInput([{ path: 'ids', code: 'invalid_parameter', parameters: { name: 'ids' } }])
  }
  return `${scope.alias}.id = any(${scope.parameters.add(ids, 'uuid[]')})`
}

async function refuseTooMany(snapshot: Snapshot, { text, values }: Compiled['statement']): Promise<void> {
  const bounded = `select count(*) from (${text} limit ${mostSheetRows + 1}) c`
  const [row] = await run(snapshot.runner, { text: bounded, values })
  if (Number(row?.[0]) > mostSheetRows) {
    throw new AppError('export_too_large', { most: mostSheetRows.toLocaleString('en') })
  }
}

async function countRows(snapshot: Snapshot, { text, values }: Compiled['statement']): Promise<number> {
  const [row] = await run(snapshot.runner, { text: `select count(*) from (${text}) c`, values })
  return Number(row?.[0])
}

/** Written before the first byte goes out: what was taken is known even where nobody saw the end of it. */
async function auditExport(
  cx: Context,
  object: CatalogueObject,
  query: ExportQuery,
  count: number,
): Promise<void> {
  const { format = 'csv', filter, search, fields, ids } = query
  await recordAudit(cx, {
    kind: 'exported',
    object: object.name,
    count,
    details: { format, filter, search, fields, ...(ids && { chosen: ids.length }) },
  })
}

/** The head, then the rows of the snapshot. */
async function* cellsOf(
  cx: Context,
  snapshot: Snapshot,
  statement: Compiled['statement'],
  columns: readonly ExportColumn[],
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const head = [columns.map(({ label }) => text(label))]
  const locale = localeOf(cx)
  let isFirst = true
  for await (const rows of snapshot.read(statement)) {
    const cells = await Promise.all(
      rows.map(async (row) => {
        const values = JSON.parse(
          await openJson(cx.workspace, `[${columns.map((_, index) => row[index] ?? 'null').join(',')}]`),
        ) as unknown[]
        return columns.map((column, index) => column.cell(values[index], locale))
      }),
    )
    yield isFirst ? [...head, ...cells] : cells
    isFirst = false
  }
  if (isFirst) yield head
}

async function* resumed<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done !== true) yield first.value
  yield* rest
}

function localeOf(cx: Context): Locale {
  const { currency, country } = cx.workspace.settings()
  return { language: cx.language, timeZone: cx.timeZone, currency, country, now: cx.now().toISOString() }
}

/** Today by the caller's clock. */
const dayOf = (cx: Context): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: cx.timeZone, dateStyle: 'short' }).format(cx.now())
