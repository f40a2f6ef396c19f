// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { Checkbox } from '@mantine/core'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { EmptyValue } from '#web/fields/empty-value.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { hasPicture, RecordPicture } from '../record-picture.tsx'
import type { Column } from './columns.ts'
import classes from './list.module.css'
import type { ListSearch } from './use-list.ts'

interface ListRowProps {
  readonly id: string
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly columns: readonly Column[]
  readonly index: number
  readonly top: number
  readonly selected: boolean
  readonly active: boolean
  readonly search: ListSearch
  readonly onSelect: (record: RecordData, index: number, range: boolean) => void
}

/** One record. It is drawn anew only when something of it changes: scrolling moves rows and redraws none. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { object, record, columns, index, selected, onSelect } = props
  const { t } = useMessages()
  const title = titleOf(object, record)
  const [, ...rest] = columns
  const target = {
    to: '/o/$object/$id',
    params: { object: object.name, id: record.id },
    search: carried(props.search),
  } as const
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active row
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-active={props.active || undefined}
      className={classes.row}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div className={classes.selectCell} role="gridcell" aria-colindex={1} tabIndex={-1}>
        <span className={classes.place} aria-hidden>
          {index + 1}
        </span>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={t('records.selectNamed', { name: title })}
          checked={selected}
          onChange={() => {}}
          onClick={(event) => onSelect(record, index, event.shiftKey)}
        />
      </div>
      <div
        className={classes.titleCell}
        role="rowheader"
        aria-colindex={2}
        tabIndex={-1}
        style={{ width: columns[0]?.width }}
      >
        {hasPicture(object) && <RecordPicture object={object} id={record.id} name={title} />}
        <Link {...target} className={classes.title ?? ''} title={title} tabIndex={-1}>
          {title}
        </Link>
        <Link {...target} className={classes.open ?? ''} tabIndex={-1} aria-hidden>
          <IconArrowsDiagonal size={14} aria-hidden />
          {t('records.open')}
        </Link>
      </div>
      {rest.map((column, at) => {
        const value = record[column.field.wire]
        const { Cell } = fieldViews[column.field.type]
        return (
          <div
            key={column.field.key}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={at + 3}
            className={classes.cell}
            data-alignment={column.alignment}
            style={{ width: column.width }}
          >
            {!isBlank(value) ? (
              <Cell field={column.field} value={value} record={record} />
            ) : (
              column.alignment === 'end' && <EmptyValue />
            )}
          </div>
        )
      })}
      <div className={classes.filler} role="presentation" />
    </div>
  )
})

/** The search that the record page needs to know the place in the list. */
export const carried = ({ filter, sort, search }: ListSearch) => ({
  ...(filter !== '' && { filter }),
  ...(sort !== '' && { sort }),
  ...(search !== '' && { search }),
})
