import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCatalogue, useMay } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '../activity/open-composer.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { useDelete } from '../use-delete.ts'
import { useLeftPlace } from '../way-back/use-left-place.ts'
import { useScrollBack } from '../way-back/use-scroll-back.ts'
import { cardFields } from './card-fields.ts'
import { CardMenu, type CardMenuPlace } from './card-menu.tsx'
import classes from './cards.module.css'
import { layOutColumns } from './columns.ts'
import { DuplicateDialog } from './duplicate-dialog.tsx'
import { groupingBy } from './group.ts'
import { GroupName } from './group-name.tsx'
import type { ListTableProps } from './list-table.tsx'
import { RecordCard } from './record-card.tsx'
import { measuresOf } from './totals.ts'
import { useCompletion } from './use-completion.ts'
import { useLines } from './use-lines.ts'
import { listSearchOf } from './use-list.ts'
import { useRecordLinks } from './use-record-links.ts'
import { useSelection } from './use-selection.ts'

const cardHeight = 64

/** The list on a phone: two lines for each record, what matters most at the right. */
export function ListCards({ object, state }: ListTableProps) {
  const { t, label, language } = useMessages()
  const catalogue = useCatalogue()
  const { definition } = state
  const columns = useMemo(() => layOutColumns(object, definition, catalogue), [object, definition, catalogue])
  const grouping = useMemo(
    () => groupingBy(definition.groupBy, object, catalogue),
    [definition.groupBy, object, catalogue],
  )
  const measures = useMemo(() => measuresOf(columns, definition.totals), [columns, definition.totals])
  const search = useMemo(() => listSearchOf({ definition, search: state.search }), [definition, state.search])
  const { lines, folds } = useLines(object, search, grouping, measures)
  const left = useLeftPlace(() => ({
    scroll: scroller.current?.scrollTop,
    ticked: { ids: selection.ids, everything: selection.everything },
  }))
  const selection = useSelection(lines, `${object.name} ${search.filter} ${search.search}`, left.ticked)
  const links = useRecordLinks(object, state.address, lines.count !== undefined)
  const remove = useDelete(object)
  const completion = useCompletion(object)
  const writes = useMay().may('activity', 'create')
  const mayWith = useMayWith()
  const scroller = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<CardMenuPlace>()
  const [copied, setCopied] = useState<CardMenuPlace['record']>()
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: 8,
    initialOffset: left.scroll ?? 0,
  })
  useScrollBack(scroller, left.scroll, lines.loading || lines.standing < lines.length)
  const { range } = virtualizer
  const { need } = lines
  useEffect(() => {
    if (range !== null) need(range.startIndex, range.endIndex)
  }, [range, need])
  const places = useMemo(() => cardFields(columns.map(({ field }) => field)), [columns])
  const { toggle } = selection
  const latest = useRef({ remove, completion, links, toggle })
  latest.current = { remove, completion, links, toggle }
  const acts = useMemo(
    () => ({
      open: (record: CardMenuPlace['record']) => latest.current.links.open(record.id),
      write: (record: CardMenuPlace['record']) =>
        openComposer({ object: object.name, id: record.id, title: titleOf(object, record) }),
      complete: (record: CardMenuPlace['record']) => latest.current.completion?.complete(record),
      remove: (record: CardMenuPlace['record']) =>
        latest.current.remove([record.id], [titleOf(object, record)]),
      select: (record: CardMenuPlace['record'], line: number) => latest.current.toggle(record, line, false),
      menu: setMenu,
      duplicate: setCopied,
    }),
    [object],
  )
  const ticked = useMemo(
    () => lines.records.filter(({ id }) => selection.ids.has(id)),
    [lines.records, selection.ids],
  )
  const closeMenu = useCallback(() => setMenu(undefined), [])
  const selecting = selection.ids.size > 0
  const completes = (record: CardMenuPlace['record']) =>
    completion?.isOpen(record) === true && mayWith(object, record, 'update')
  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.cards} tabIndex={-1}>
        <ul
          className={classes.list}
          aria-label={label(object.pluralLabel ?? object.label)}
          aria-busy={lines.loading}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lines.at(index)
            const style = { transform: `translateY(${start}px)` }
            if (line === undefined) return null
            if (line.kind === 'waiting') {
              return (
                <li key={`waiting ${line.key}`} className={classes.waiting} style={style} aria-hidden>
                  <Skeleton width="50%" />
                  <Skeleton width="30%" />
                </li>
              )
            }
            if (line.kind === 'group') {
              return (
                <li key={line.group.key} className={classes.group} style={style}>
                  <button
                    type="button"
                    aria-expanded={line.open}
                    onClick={() => folds?.setOpen(line.group.key, !line.open)}
                  >
                    {grouping !== undefined && <GroupName field={grouping.field} group={line.group} />}
                    <span className={classes.groupCount}>{line.group.count.toLocaleString(language)}</span>
                  </button>
                </li>
              )
            }
            return (
              <RecordCard
                key={line.record.id}
                object={object}
                record={line.record}
                line={index}
                top={start}
                places={places}
                href={links.hrefOf(line.record.id)}
                selected={selection.everything || selection.ids.has(line.record.id)}
                selecting={selecting}
                completes={completes(line.record)}
                writes={writes}
                removes={mayWith(object, line.record, 'delete')}
                acts={acts}
              />
            )
          })}
        </ul>
      </div>
      {selecting && (
        <BulkBar
          object={object}
          columns={columns}
          totals={definition.totals}
          search={search}
          selection={selection}
          ticked={ticked}
          more={!lines.complete || folds !== undefined}
        />
      )}
      {menu !== undefined && (
        <CardMenu
          object={object.name}
          title={t('table.swipeActs', { name: titleOf(object, menu.record) })}
          place={menu}
          completes={completes(menu.record)}
          removes={mayWith(object, menu.record, 'delete')}
          acts={acts}
          onClose={closeMenu}
        />
      )}
      {copied !== undefined && (
        <DuplicateDialog object={object} record={copied} onClose={() => setCopied(undefined)} />
      )}
    </div>
  )
}
