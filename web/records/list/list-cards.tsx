import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Skeleton } from '#web/design/skeleton.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { NamesLead } from '#web/fields/record-name.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RecordPicture } from '../record-picture.tsx'
import { cardFields } from './card-fields.ts'
import classes from './list.module.css'
import { carried } from './list-row.tsx'
import type { ListTableProps } from './list-table.tsx'

const cardHeight = 64

/** The list on a phone: two lines for each record, what matters most at the right. */
export function ListCards(
  props: Omit<ListTableProps, 'selection' | 'active' | 'sort' | 'onSort' | 'count' | 'onMove' | 'onOpen'>,
) {
  const { object, columns, rows, loading, hasMore, onMore, grid } = props
  const { label } = useMessages()
  const virtualizer = useVirtualizer({
    count: rows.length + (loading || hasMore ? (rows.length === 0 ? 10 : 4) : 0),
    getScrollElement: () => grid.current,
    estimateSize: () => cardHeight,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const asked = useRef(0)
  useEffect(() => {
    if (!hasMore || loading || last < rows.length - 30 || asked.current === rows.length) return
    asked.current = rows.length
    onMore()
  }, [last, rows.length, hasMore, loading, onMore])
  const places = cardFields(columns.map((column) => column.field))
  return (
    <div ref={grid} className={classes.cards}>
      <ul
        className={classes.cardList}
        aria-label={label(object.pluralLabel ?? object.label)}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map(({ index, start }) => {
          const record = rows[index]
          const style = { transform: `translateY(${start}px)` }
          if (record === undefined) {
            return (
              <li key={`waiting ${index}`} className={classes.card} style={style} aria-hidden>
                <Skeleton width="50%" />
              </li>
            )
          }
          const title = titleOf(object, record)
          const draw = (field: (typeof places)['below'][number] | undefined) => {
            if (field === undefined || isBlank(record[field.wire])) return null
            const { Cell } = fieldViews[field.type]
            return <Cell field={field} value={record[field.wire]} record={record} />
          }
          return (
            <li key={record.id} className={classes.card} style={style}>
              <RecordPicture object={object} id={record.id} name={title} size={32} />
              <NamesLead value={false}>
                <span className={classes.cardText}>
                  <Link
                    to="/o/$object/$id"
                    params={{ object: object.name, id: record.id }}
                    search={carried(props.search)}
                    className={classes.cardTitle ?? ''}
                  >
                    {title}
                  </Link>
                  <span className={classes.cardBelow}>
                    {places.below.map((field) => (
                      <span key={field.key}>{draw(field)}</span>
                    ))}
                  </span>
                </span>
                <span className={classes.cardEnd}>
                  <span>{draw(places.figure)}</span>
                  <span className={classes.cardDate}>{draw(places.date)}</span>
                </span>
              </NamesLead>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
