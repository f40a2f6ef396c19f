// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { useState } from 'react'
import { useSettled } from '#web/design/use-settled.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ColumnName } from '../column-name.tsx'
import { toggleSort } from '../sort.ts'
import { type ColumnHeadProps, sortable } from './column-head-props.ts'
import { ColumnMenu } from './column-menu.tsx'
import { naturalDirection } from './columns.ts'
import classes from './head.module.css'
import { useColumnDrag } from './use-column-drag.ts'
import { useColumnLabel } from './use-column-label.ts'
import { useColumnResize } from './use-column-resize.ts'

/** The head of a column: its name sorts, its edge is dragged for the width, itself for the place. */
export function ColumnHead(props: ColumnHeadProps) {
  const { column, at, sort, look } = props
  const { t } = useMessages()
  const name = useColumnLabel()(column)
  const [menu, setMenu] = useState(false)
  const settled = useSettled()
  const place = sort.findIndex((key) => key.field === column.path)
  const key = sort[place]
  const drag = useColumnDrag(props)
  const resize = useColumnResize(props)
  const frozen = at < props.frozen
  const words = <ColumnName type={column.field.type} name={name} sort={sort} place={place} />
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={at + 2}
      aria-sort={key === undefined ? 'none' : key.descending ? 'descending' : 'ascending'}
      className={classes.head}
      data-column={at}
      data-alignment={at === 0 ? 'start' : column.alignment}
      data-sorted={key !== undefined || undefined}
      data-frozen={frozen || undefined}
      data-dragged={drag.dragged || undefined}
      style={{ width: `var(--column-${at})`, left: frozen ? `var(--left-${at})` : undefined }}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenu(true)
      }}
      {...drag.handlers}
    >
      {sortable(column) ? (
        <button
          type="button"
          className={classes.button}
          title={t('records.sortBy', { field: name })}
          onClick={(event) => {
            if (drag.wasDragged()) return
            look.sort(toggleSort(sort, column.path, naturalDirection(column.field), event.shiftKey))
          }}
        >
          {words}
        </button>
      ) : (
        <span className={classes.button} title={name}>
          {words}
        </span>
      )}
      {settled && <ColumnMenu {...props} name={name} opened={menu} onOpened={setMenu} onFit={resize.fit} />}
      <span className={classes.edge} aria-hidden {...resize.handlers} />
    </div>
  )
}
