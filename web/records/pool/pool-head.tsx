// biome-ignore-all lint/a11y/useFocusableInteractive: the names in it take the focus
// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { useMessages } from '#web/messages/use-messages.ts'
import { ColumnName } from '../column-name.tsx'
import { sortable } from '../list/column-head-props.ts'
import { type Column, naturalDirection } from '../list/columns.ts'
import { printSort, readSort, toggleSort } from '../sort.ts'
import classes from './pool-table.module.css'
import type { PoolState } from './use-pool-state.ts'

/** Names of the pool's fields; a click sorts, with shift by several. */
export function PoolHead({ columns, state }: { columns: readonly Column[]; state: PoolState }) {
  const { t, label } = useMessages()
  const sort = readSort(state.definition.sort)
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {columns.map((column, at) => {
          const name = label(column.field.label)
          const place = sort.findIndex((key) => key.field === column.path)
          const key = sort[place]
          const words = <ColumnName type={column.field.type} name={name} sort={sort} place={place} />
          return (
            <div
              key={column.path}
              role="columnheader"
              aria-sort={key === undefined ? 'none' : key.descending ? 'descending' : 'ascending'}
              className={classes.headCell}
              data-alignment={column.alignment}
              data-sorted={key !== undefined || undefined}
              style={{ width: `var(--column-${at})` }}
            >
              {sortable(column) ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={t('records.sortBy', { field: name })}
                  onClick={({ shiftKey }) =>
                    state.change({
                      sort: printSort(
                        toggleSort(sort, column.path, naturalDirection(column.field), shiftKey),
                      ),
                    })
                  }
                >
                  {words}
                </button>
              ) : (
                <span className={classes.sort} title={name}>
                  {words}
                </span>
              )}
            </div>
          )
        })}
        <div className={classes.filler} role="presentation" />
      </div>
    </div>
  )
}
