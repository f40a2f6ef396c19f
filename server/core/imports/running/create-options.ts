import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import { fold } from '#shared/imports/fold.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import type { Option } from '#shared/metadata/definition.ts'
import type { CompiledColumn, CompiledMapping } from '../mapping/compile.ts'
import { isReadable } from '../mapping/read-cell.ts'
import type { SourceTable } from '../reading/index.ts'
import type { ImportDoors } from './doors.ts'
import { localeOf } from './locale.ts'
import { cellText } from './read-row.ts'

/** New options of one import: a column with more is no list of choices. */
const mostOptions = 200

/**
 * The mapping with selects that know every choice of the file, where their columns ask for missing ones to be made.
 * A dry run knows them without making them.
 */
export async function withOptions(
  cx: Context,
  doors: ImportDoors,
  table: SourceTable,
  mapping: CompiledMapping,
  dryRun: boolean,
): Promise<CompiledMapping> {
  const creating = mapping.columns.filter(
    ({ field, mapping: { create } }) => create === true && field.type === 'select',
  )
  if (creating.length === 0) return mapping
  const missing = await missingOptions(cx, table, creating)
  for (const [column, options] of missing)
    if (options.length > 0 && !dryRun)
      await doors.addOptions(cx, mapping.object.name, column.field.name, options)
  return {
    ...mapping,
    columns: mapping.columns.map((column) => {
      const options = [...(column.field.options ?? []), ...(missing.get(column) ?? [])]
      return missing.has(column) ? { ...column, field: { ...column.field, options } } : column
    }),
  }
}

async function missingOptions(
  cx: Context,
  table: SourceTable,
  columns: readonly CompiledColumn[],
): Promise<Map<CompiledColumn, Option[]>> {
  const locale = localeOf(cx)
  const texts = new Map(columns.map((column) => [column, new Map<string, string>()]))
  for await (const row of table.rows()) {
    for (const [column, known] of texts) {
      const text = cellText(column, row)
      if (text === '' || known.has(fold(text)) || isReadable(text, column.field, locale)) continue
      known.set(fold(text), text)
      if (known.size > mostOptions) throw new AppError('too_many_values', { most: mostOptions })
    }
  }
  return new Map(
    [...texts].map(([column, known]) => [
      column,
      [...known.values()].map((text) => ({ value: text, label: sameInAllLanguages(text) })),
    ]),
  )
}
