// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import { type AggregateQuery, aggregate, keys } from '#web/data/index.ts'
import { useSettled } from '#web/design/use-settled.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from './columns.ts'
import classes from './total.module.css'
import { TotalFigure } from './total-figure.tsx'
import { TotalChoices } from './total-menu.tsx'
import { measuresOf, totalOf } from './totals.ts'
import { useColumnLabel } from './use-column-label.ts'
import type { ListSearch } from './use-list.ts'
import type { TableLook } from './use-table-look.ts'

interface ListFooterProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly frozen: number
  readonly totals: Readonly<Record<string, TotalFunction>> | undefined
  readonly search: ListSearch
  readonly look: TableLook
  /** Whether records are there: figures of all of them do not keep the first ones waiting. */
  readonly counted: boolean
}

/** Totals over the whole filter, computed by the server: how many, and what each column was asked for. */
export const ListFooter = memo(function ListFooter(props: ListFooterProps) {
  const { object, columns, frozen, totals, search, look, counted } = props
  const { t, language } = useMessages()
  const figures = useTotals(object.name, columns, totals, search, counted)
  const labelOf = useColumnLabel()
  const settled = useSettled()
  return (
    <div role="row" tabIndex={-1} className={classes.footer} aria-label={t('records.totals')}>
      <div role="gridcell" tabIndex={-1} className={classes.corner} />
      {columns.map((column, at) => {
        const total = totalOf(column, totals)
        const shared = {
          role: 'gridcell',
          tabIndex: -1,
          className: classes.foot,
          'data-alignment': at === 0 ? 'start' : column.alignment,
          'data-frozen': at < frozen || undefined,
          style: { width: `var(--column-${at})`, left: at < frozen ? `var(--left-${at})` : undefined },
        } as const
        if (at === 0) {
          return (
            <div key={column.path} {...shared}>
              {figures !== undefined && (
                <span className={classes.figure}>
                  <span>{t('records.countTotal')}</span>
                  <strong>{Number(figures.count ?? 0).toLocaleString(language)}</strong>
                </span>
              )}
            </div>
          )
        }
        if (!settled) return <div key={column.path} {...shared} />
        const name = t('table.totalOf', { field: labelOf(column) })
        return (
          <div key={column.path} {...shared}>
            <Menu position="top-start">
              <Menu.Target>
                <button
                  type="button"
                  className={classes.choose}
                  // A figure that is seen is the name.
                  aria-label={total === undefined ? name : undefined}
                  title={name}
                  data-empty={total === undefined || undefined}
                >
                  {total === undefined ? (
                    <>
                      <IconPlus aria-hidden />
                      {t('table.total')}
                    </>
                  ) : (
                    figures !== undefined && <TotalFigure column={column} total={total} figures={figures} />
                  )}
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <TotalChoices column={column} columns={columns} totals={totals} onChange={look.totals} />
              </Menu.Dropdown>
            </Menu>
          </div>
        )
      })}
      <div role="presentation" className={classes.filler} />
    </div>
  )
})

/** The figures of the whole filter; undefined while they are computed. */
export function useTotals(
  object: string,
  columns: readonly Column[],
  totals: ListFooterProps['totals'],
  { filter, search }: Pick<ListSearch, 'filter' | 'search'>,
  enabled = true,
) {
  const query = {
    ...(filter !== '' && { filter }),
    ...(search !== '' && { search }),
    groupBy: [],
    measures: [{ fn: 'count' }, ...measuresOf(columns, totals)],
  } satisfies AggregateQuery & { search?: string }
  const answer = useQuery({
    queryKey: keys.aggregate(object, query),
    queryFn: () => aggregate(object, query),
    retry: false,
    enabled,
  })
  return answer.data?.[0]
}
