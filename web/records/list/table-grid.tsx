// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
// biome-ignore-all lint/a11y/noStaticElementInteractions: its role depends on whether rows fold
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: as above
import { useMemo, useRef, useState } from 'react'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { RangeBar } from '../bulk/range-bar.tsx'
import { isSingle } from '../grid/cell.ts'
import { useCellEdit } from '../grid/use-cell-edit.ts'
import { useClipboard } from '../grid/use-clipboard.ts'
import { useCursor } from '../grid/use-cursor.ts'
import { cellAt, useRangeDrag } from '../grid/use-range-drag.ts'
import { useDensity } from '../look/use-density.ts'
import { PeekPanel } from '../peek/peek-panel.tsx'
import { readSort } from '../sort.ts'
import { useLeftPlace } from '../way-back/use-left-place.ts'
import { type Column, layOutColumns } from './columns.ts'
import { DuplicateDialog } from './duplicate-dialog.tsx'
import { groupingBy } from './group.ts'
import { cursorId } from './list-cell.tsx'
import { ListFooter } from './list-footer.tsx'
import { ListHead } from './list-head.tsx'
import type { ListTableProps } from './list-table.tsx'
import { type MenuPlace, RowMenu } from './row-menu.tsx'
import classes from './table.module.css'
import { TableActionsContext } from './table-actions.ts'
import { TableBody } from './table-body.tsx'
import { measuresOf } from './totals.ts'
import { useColumnWindow } from './use-column-window.ts'
import { useEditingRights } from './use-editing-rights.ts'
import { useIntent } from './use-intent.ts'
import { useLines } from './use-lines.ts'
import { listSearchOf } from './use-list.ts'
import { useRecordLinks } from './use-record-links.ts'
import { useSelection } from './use-selection.ts'
import { useTableActs } from './use-table-acts.ts'
import { useTableFocus } from './use-table-focus.ts'
import { useTableKeys } from './use-table-keys.ts'
import { useTableLook } from './use-table-look.ts'
import { useTableVirtualizer } from './use-table-virtualizer.ts'

const tableWidth = (columns: readonly Column[]): number => {
  const last = columns.at(-1)
  return 44 + (last === undefined ? 0 : last.left + last.width)
}

/** The list as a grid of which only the rows and columns in view are drawn. */
export function TableGrid({ object, state }: ListTableProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const { row, head } = useDensity()
  const { definition } = state
  const look = useTableLook(state)
  const columns = useMemo(
    () => layOutColumns(object, definition, catalogue, (field) => label(field.label)),
    [object, definition, catalogue, label],
  )
  const frozen = Math.min(definition.frozen ?? 1, columns.length)
  const sort = useMemo(() => readSort(definition.sort), [definition.sort])
  const grouping = useMemo(
    () => groupingBy(definition.groupBy, object, catalogue),
    [definition.groupBy, object, catalogue],
  )
  const measures = useMemo(() => measuresOf(columns, definition.totals), [columns, definition.totals])
  const search = useMemo(() => listSearchOf({ definition, search: state.search }), [definition, state.search])
  const { lines, folds } = useLines(object, search, grouping, measures)
  const left = useLeftPlace(() => ({
    scroll: grid.current?.scrollTop,
    cursor: cursor.placed,
    ticked: { ids: selection.ids, everything: selection.everything },
  }))
  const selection = useSelection(lines, `${object.name} ${search.filter} ${search.search}`, left.ticked)
  const cursor = useCursor(lines, left.cursor)
  const line = cursor.cell === undefined ? undefined : lines.at(cursor.cell.line)
  const current = line?.kind === 'record' ? line.record : undefined
  const edits = useCellEdit(
    object,
    columns,
    current && `${current.id} ${columns[cursor.cell?.column ?? 0]?.path}`,
  )
  const links = useRecordLinks(object, state.address, lines.count !== undefined)
  const grid = useRef<HTMLDivElement>(null)
  const shown = useColumnWindow(grid, columns, frozen)
  const view = useTableVirtualizer({
    scroller: grid,
    lines,
    row,
    head,
    columns,
    frozen,
    cursor: cursor.cell,
    before: left.scroll,
  })
  const ticked = useMemo(
    () => lines.records.filter(({ id }) => selection.ids.has(id)),
    [lines.records, selection.ids],
  )
  const rights = useEditingRights(object)
  const clipboard = useClipboard({
    object,
    mayEdit: rights.mayEdit,
    columns,
    lines,
    range: cursor.range,
    ticked,
    onRange: cursor.spread,
  })
  const [menu, setMenu] = useState<MenuPlace>()
  const [copied, setCopied] = useState<RecordData>()
  const [peeking, setPeeking] = useState(false)
  const parts = { object, columns, lines, cursor, edits, selection, links, view, clipboard, rights }
  const acts = useTableActs({ ...parts, folds, current, menu: setMenu, peeking, onPeek: setPeeking, grid })
  const keyDown = useTableKeys({ ...parts, acts, current, grid })
  useTableFocus(grid, cursor.cell, line?.kind, edits.edit !== undefined)
  const intent = useIntent(acts.prepare)
  const drag = useRangeDrag({ onPlace: acts.place })
  const variables = useMemo(
    () =>
      Object.fromEntries([
        ['--table-width', `${tableWidth(columns)}px`],
        ...columns.flatMap(({ width, left }, index) => [
          [`--column-${index}`, `${width}px`],
          [`--left-${index}`, `${44 + left}px`],
        ]),
      ]),
    [columns],
  )
  return (
    <TableActionsContext value={acts.actions}>
      <div
        className={classes.frame}
        data-table
        style={variables}
        onCopy={(event) => void (acts.isIdle(event.target) && clipboard.copy(event))}
        onCut={(event) => {
          if (acts.isIdle(event.target) && clipboard.copy(event) > 0) {
            clipboard.clear((count) => t('table.cut', { count }))
          }
        }}
        onPaste={(event) => {
          if (acts.isIdle(event.target)) void clipboard.paste(event)
        }}
      >
        <div
          ref={grid}
          // Rows that fold are those of a tree.
          role={definition.groupBy === undefined ? 'grid' : 'treegrid'}
          tabIndex={0}
          aria-label={label(object.pluralLabel ?? object.label)}
          aria-rowcount={lines.count === undefined ? -1 : lines.count + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          aria-busy={lines.loading}
          aria-activedescendant={cursor.cell === undefined ? undefined : cursorId}
          data-cursor={cursor.cell !== undefined || undefined}
          className={classes.grid}
          onKeyDown={keyDown}
          onScroll={shown.look}
        >
          <ListHead
            object={object}
            columns={columns}
            frozen={frozen}
            first={shown.first}
            end={shown.end}
            sort={sort}
            groupBy={definition.groupBy}
            totals={definition.totals}
            look={look}
            selection={selection.state}
            onSelectAll={selection.toggleAll}
          />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys */}
          <div
            className={classes.body}
            role="rowgroup"
            style={{ height: view.virtualizer.getTotalSize() }}
            onMouseDown={acts.mouseDown}
            onClick={acts.click}
            onDoubleClick={acts.doubleClick}
            onContextMenu={(event) => {
              const place = cellAt(event.target)
              if (place === undefined || !acts.isIdle(event.target)) return
              event.preventDefault()
              acts.menuAt(place, event.clientX, event.clientY)
            }}
            {...intent}
            {...drag}
          >
            <TableBody
              {...parts}
              grouping={grouping}
              totals={definition.totals}
              frozen={frozen}
              first={shown.first}
              end={shown.end}
            />
          </div>
          <ListFooter
            object={object}
            columns={columns}
            frozen={frozen}
            totals={definition.totals}
            search={search}
            look={look}
            counted={lines.count !== undefined}
          />
        </div>
        {selection.ids.size > 0 ? (
          <BulkBar
            object={object}
            columns={columns}
            totals={definition.totals}
            search={search}
            selection={selection}
            ticked={ticked}
            more={!lines.complete || folds !== undefined}
            request={acts.request}
            onRequested={acts.requested}
            onDone={() => grid.current?.focus({ preventScroll: true })}
          />
        ) : (
          cursor.range !== undefined &&
          !isSingle(cursor.range) && (
            <RangeBar columns={columns} lines={lines} range={cursor.range} onClose={acts.collapse} />
          )
        )}
        {menu !== undefined && (
          <RowMenu
            object={object}
            place={menu}
            links={links}
            acts={acts}
            onDuplicate={setCopied}
            onClose={() => {
              setMenu(undefined)
              grid.current?.focus({ preventScroll: true })
            }}
          />
        )}
        {copied !== undefined && (
          <DuplicateDialog object={object} record={copied} onClose={() => setCopied(undefined)} />
        )}
        {peeking && current !== undefined && (
          <PeekPanel
            key={current.id}
            object={object}
            record={current}
            onOpen={() => links.open(current.id)}
            onStep={acts.step}
            onClose={acts.closePeek}
          />
        )}
      </div>
    </TableActionsContext>
  )
}
