// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { fieldTypes } from '#shared/fields/index.ts'
import { FieldIcon } from '#web/fields/field-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { type SortKey, toggleSort } from '../sort.ts'
import { type Column, naturalDirection } from './columns.ts'
import classes from './list.module.css'

interface ListHeadProps {
  readonly columns: readonly Column[]
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: readonly SortKey[]) => void
  readonly selection: 'none' | 'some' | 'all'
  readonly onSelectAll: () => void
}

/** Names of the columns; a click sorts, with shift by several. */
export function ListHead({ columns, sort, onSort, selection, onSelectAll }: ListHeadProps) {
  const { t } = useMessages()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid itself takes the focus
    <div className={classes.headRow} role="row" aria-rowindex={1}>
      <div className={classes.selectCell} role="columnheader" aria-colindex={1} tabIndex={-1}>
        <Checkbox
          size="xs"
          aria-label={t('records.selectAll')}
          checked={selection === 'all'}
          indeterminate={selection === 'some'}
          onChange={onSelectAll}
        />
      </div>
      {columns.map((column, index) => (
        <ColumnHead
          key={column.field.key}
          column={column}
          index={index}
          place={sort.findIndex((key) => key.field === column.field.name)}
          sort={sort}
          onSort={onSort}
        />
      ))}
      <div className={classes.filler} role="presentation" />
    </div>
  )
}

interface ColumnHeadProps extends Pick<ListHeadProps, 'sort' | 'onSort'> {
  readonly column: Column
  readonly index: number
  readonly place: number
}

function ColumnHead({ column, index, place, sort, onSort }: ColumnHeadProps) {
  const { t, label } = useMessages()
  const { field } = column
  const key = sort[place]
  const name = label(field.label)
  const words = (
    <>
      <FieldIcon type={field.type} />
      <span className={classes.headName}>{name}</span>
    </>
  )
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={index + 2}
      aria-sort={key === undefined ? 'none' : key.descending ? 'descending' : 'ascending'}
      className={index === 0 ? classes.titleHead : classes.head}
      data-alignment={column.alignment}
      data-sorted={key !== undefined || undefined}
      style={{ width: column.width }}
    >
      {fieldTypes[field.type].sortable ? (
        <button
          type="button"
          className={classes.headButton}
          title={t('records.sortBy', { field: name })}
          onClick={(event) => onSort(toggleSort(sort, field.name, naturalDirection(field), event.shiftKey))}
        >
          {words}
          {key !== undefined && (
            <span className={classes.sortMark}>
              {key.descending ? (
                <IconArrowDown size={14} aria-hidden />
              ) : (
                <IconArrowUp size={14} aria-hidden />
              )}
              {sort.length > 1 && place + 1}
            </span>
          )}
        </button>
      ) : (
        <span className={classes.headButton}>{words}</span>
      )}
    </div>
  )
}
