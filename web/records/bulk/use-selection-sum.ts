import { formatMoney } from '#shared/fields/money-format.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import { type RecordData, useLocale } from '#web/data/index.ts'
import { useFormat } from '#web/fields/index.ts'
import type { Column } from '../list/columns.ts'
import { figureOf, totalOf } from '../list/totals.ts'
import { sumOf } from './sum.ts'

interface SelectionSum {
  readonly column: Column
  readonly short: string
  readonly exact: string
}

/**
 * The sum of what is chosen: of the first column that the totals sum. Amounts of several currencies have none that could be
 * reckoned here.
 * @param figures what the server computed of all, where all is chosen
 */
export function useSelectionSum(
  columns: readonly Column[],
  totals: Readonly<Record<string, TotalFunction>> | undefined,
  records: readonly RecordData[],
  figures: Readonly<Record<string, unknown>> | undefined,
): SelectionSum | undefined {
  const { language, currency } = useLocale()
  const format = useFormat()
  const column = columns.find((one) => totalOf(one, totals) === 'sum' && one.through.length === 0)
  if (column === undefined) return undefined
  const { field } = column
  const filled = records.filter((record) => (record[field.wire] ?? null) !== null)
  const currencies = new Set(filled.map((record) => record.currency ?? currency))
  const own = figures === undefined ? String([...currencies][0] ?? currency) : currency
  if (field.type === 'money' && figures === undefined && currencies.size > 1) return undefined
  const sum =
    figures === undefined
      ? sumOf(filled.map((record) => record[field.wire]))
      : String(figureOf(column, 'sum', figures) ?? '0')
  return field.type === 'money'
    ? {
        column,
        short: formatMoney(sum, own, language, { compact: true }),
        exact: formatMoney(sum, own, language),
      }
    : { column, short: format(field, Number(sum)), exact: sum }
}
