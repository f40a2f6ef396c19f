import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '#shared/fields/money-format.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { aggregate, keys, useLocale } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from './columns.ts'
import { countText } from './count-text.ts'
import classes from './list.module.css'
import type { ListSearch } from './use-list.ts'

interface ListFooterProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly count: number | undefined
  readonly search: ListSearch
  readonly label: string
}

/** Amounts for one piece: their sum says nothing. */
const rates: ReadonlySet<string> = new Set(['price'])

/** Totals over the whole filter: how many, and the sums of money, in the workspace's currency. */
export function ListFooter({ object, columns, count, search, label }: ListFooterProps) {
  const { t } = useMessages()
  const { language, currency } = useLocale()
  const summed = columns
    .filter(({ field }) => field.type === 'money' && !rates.has(field.name))
    .map(({ field }) => field.name)
  const sums = useSums(object.name, summed, search)
  return (
    <div className={classes.footer} role="presentation">
      <div className={classes.selectCell} />
      {columns.map((column, index) => {
        const sum = sums?.[summed.indexOf(column.field.name)]
        return (
          <div
            key={column.field.key}
            className={index === 0 ? classes.titleFoot : classes.foot}
            data-alignment={column.alignment}
            style={{ width: column.width }}
          >
            {index === 0 && count !== undefined && (
              <span title={label}>
                {t('records.countTotal')}
                <strong>{countText(count, language)}</strong>
              </span>
            )}
            {typeof sum === 'string' && (
              <span>
                {t('records.sum')}
                <strong>{formatMoney(sum, currency, language, { compact: true })}</strong>
              </span>
            )}
          </div>
        )
      })}
      <div className={classes.filler} />
    </div>
  )
}

/** Sums as decimal strings, in the order of the fields; undefined while they are computed. A search has none. */
function useSums(object: string, fields: readonly string[], { filter, search }: ListSearch) {
  const query = {
    ...(filter !== '' && { filter }),
    groupBy: [],
    measures: fields.map((field) => ({ fn: 'sum', field })),
  }
  const answer = useQuery({
    queryKey: keys.aggregate(object, query),
    queryFn: () => aggregate(object, query),
    enabled: fields.length > 0 && search === '',
    retry: false,
  })
  const [row] = answer.data ?? []
  return row === undefined ? undefined : fields.map((field) => sumOf(row, field))
}

function sumOf(row: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = row[`sum(${field})`] ?? undefined
  return value === undefined ? undefined : String(value)
}
