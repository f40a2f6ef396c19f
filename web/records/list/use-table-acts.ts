import { type MouseEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useMay } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { undoLatest } from '#web/design/toast-undo.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '../activity/open-composer.ts'
import { type Cell, isSingle } from '../grid/cell.ts'
import type { Command } from '../grid/grid-keys.ts'
import { type Step, stepped } from '../grid/step.ts'
import type { useCellEdit } from '../grid/use-cell-edit.ts'
import type { useClipboard } from '../grid/use-clipboard.ts'
import type { Cursor } from '../grid/use-cursor.ts'
import { cellAt } from '../grid/use-range-drag.ts'
import type { Column } from './columns.ts'
import type { Lines } from './line.ts'
import { cursorId } from './list-cell.tsx'
import type { MenuPlace } from './row-menu.tsx'
import type { TableActions } from './table-actions.ts'
import type { useEditingRights } from './use-editing-rights.ts'
import type { Folds } from './use-lines.ts'
import type { useRecordLinks } from './use-record-links.ts'
import type { Selection } from './use-selection.ts'
import type { TableView } from './use-table-virtualizer.ts'

interface TableParts {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly lines: Lines
  readonly folds: Folds | undefined
  readonly cursor: Cursor
  readonly edits: ReturnType<typeof useCellEdit>
  readonly selection: Selection
  readonly links: ReturnType<typeof useRecordLinks>
  readonly view: TableView
  readonly clipboard: ReturnType<typeof useClipboard>
  readonly rights: ReturnType<typeof useEditingRights>
  readonly current: RecordData | undefined
  readonly grid: RefObject<HTMLDivElement | null>
  readonly menu: (place: MenuPlace) => void
  readonly peeking: boolean
  readonly onPeek: (peeking: boolean) => void
}

/** What the bulk bar is asked to open by a key. */
export type BulkRequest = 'assign' | 'edit'

const steps = { down: 'down', up: 'up', next: 'next', previous: 'previous' } as const
/** Room in pixels that the keys below an editor need. */
const hintRoom = 60

/** Everything that is done in the grid, by keys or pointer. */
export function useTableActs(parts: TableParts) {
  const { object, columns, lines, folds, cursor, edits, selection, links, view, clipboard, current } = parts
  const { mayEdit, whyNot } = parts.rights
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const { may } = useMay()
  const [request, setRequest] = useState<BulkRequest>()
  const { cell, range } = cursor

  const stepFrom = (from: Cell, step: Step) =>
    stepped(from, step, { lines: lines.standing, columns: columns.length, page: view.page() })
  const move = (step: Step, extend: boolean): boolean => {
    if (lines.standing === 0) return false
    const next = cell === undefined ? { line: 0, column: 0 } : stepFrom(cell, step)
    if (next === undefined) return false
    cursor.place(next, extend)
    return true
  }
  const startEdit = (at: Cell, typed?: string): boolean => {
    const line = lines.at(at.line)
    const column = columns[at.column]
    if (line?.kind !== 'record' || column === undefined) return false
    if (column.field.masked !== true && !mayEdit(line.record, column)) {
      const reason = whyNot(line.record, column)
      if (reason !== undefined) showToast(reason, { tone: 'problem' })
      return true
    }
    if (column.field.type === 'boolean' && column.field.writable && column.through.length === 0) {
      edits.save(line.record, column, line.record[column.field.wire] !== true)
      return true
    }
    if (column.field.masked === true) {
      // What cannot be edited can be looked at.
      document.getElementById(cursorId)?.querySelector<HTMLElement>('[data-reveals]')?.click()
      return true
    }
    const up = view.lacksRoom(at.line, hintRoom)
    edits.start(line.record, column, { up, ...(typed !== undefined && { typed }) })
    return true
  }
  const commit: TableActions['commit'] = (record, column, value, leave) => {
    edits.save(record, column, value)
    if (leave === 'stay' || cell === undefined) return
    const next = stepFrom(cell, steps[leave])
    if (next !== undefined) cursor.place(next)
  }
  const back = (): boolean => {
    if (parts.peeking) parts.onPeek(false)
    else if (cell !== undefined && range !== undefined && !isSingle(range)) cursor.place(cell)
    else if (cell !== undefined && cell.column > 0) cursor.place({ ...cell, column: 0 })
    else if (selection.ids.size > 0) selection.clear()
    else if (cell !== undefined) cursor.leave()
    else return false
    return true
  }
  const ask = (wanted: BulkRequest): boolean => {
    if (selection.ids.size === 0) {
      if (current === undefined || cell === undefined) return false
      selection.toggle(current, cell.line, false)
    }
    setRequest(wanted)
    return true
  }
  const setFold = (open: boolean | undefined): boolean => {
    const line = cell === undefined ? undefined : lines.at(cell.line)
    if (line?.kind !== 'group') return false
    folds?.setOpen(line.group.key, open ?? !line.open)
    return true
  }
  const menuAt = (at: Cell, x: number, y: number) => {
    const line = lines.at(at.line)
    if (line?.kind !== 'record') return
    cursor.place(at)
    parts.menu({ record: line.record, x, y })
  }
  const openMenu = (): boolean => {
    const row = parts.grid.current?.querySelector('[data-current] [data-column="0"]')
    const place = row?.getBoundingClientRect()
    if (cell === undefined || place === undefined) return false
    menuAt({ ...cell, column: 0 }, place.left + 24, place.bottom)
    return true
  }
  const withCurrent = (act: (record: RecordData) => void) => (): boolean => {
    if (current === undefined) return false
    act(current)
    return true
  }
  const write = (record: RecordData) =>
    openComposer({ object: object.name, id: record.id, title: titleOf(object, record) })
  const openApart = (record: RecordData) => void window.open(links.hrefOf(record.id), '_blank', 'noopener')
  const selectRange = (): boolean => {
    if (current === undefined || cell === undefined) return false
    if (range !== undefined && range.top !== range.bottom) selection.add(range.top, range.bottom)
    else selection.toggle(current, cell.line, false)
    return true
  }
  const done = (act: () => void) => () => {
    act()
    return true
  }
  const performed = {
    open: withCurrent(({ id }) => links.open(id)),
    openApart: withCurrent(openApart),
    edit: () => cell !== undefined && startEdit(cell),
    clear: done(() => clipboard.clear((count) => t('table.cleared', { count }))),
    peek: withCurrent(() => parts.onPeek(!parts.peeking)),
    fold: () => setFold(false),
    unfold: () => setFold(true),
    toggleFold: () => setFold(undefined),
    select: selectRange,
    selectAll: done(selection.selectLoaded),
    fillDown: done(clipboard.fillDown),
    assign: () => ask('assign'),
    editField: () => ask('edit'),
    write: withCurrent((record) => {
      if (may('activity', 'create')) write(record)
    }),
    menu: openMenu,
    undo: undoLatest,
    back,
  } satisfies Record<Exclude<Command['name'], 'move'>, () => boolean>
  const place = (at: Cell, extend: boolean) => {
    // What an editor holds is saved as it loses the focus.
    if (edits.edit?.open === true && document.activeElement instanceof HTMLElement)
      document.activeElement.blur()
    cursor.place(at, extend)
  }

  const latest = useRef<TableActions>(undefined)
  latest.current = {
    select: selection.toggle,
    type: (text) => cell !== undefined && startEdit(cell, text),
    commit,
    cancel: edits.cancel,
    mayEdit,
    setFold: (key, open) => folds?.setOpen(key, open),
    titleOf: (field, record) =>
      titleOf(catalogue.find(field.type === 'user' ? 'user' : (field.to ?? '')), record),
  }
  const actions = useMemo<TableActions>(
    () => ({
      select: (...given) => latest.current?.select(...given),
      type: (text) => latest.current?.type(text),
      commit: (...given) => latest.current?.commit(...given),
      cancel: () => latest.current?.cancel(),
      mayEdit: (...given) => latest.current?.mayEdit(...given) === true,
      setFold: (...given) => latest.current?.setFold(...given),
      titleOf: (...given) => latest.current?.titleOf(...given) ?? '',
    }),
    [],
  )
  /** Whether the grid itself was meant, not an editor or something that floats above it. */
  const isIdle = (target: EventTarget) =>
    target instanceof Element &&
    target.closest('[data-editor], [data-floating]') === null &&
    target.closest('[role$="grid"]') !== null
  return {
    actions,
    isIdle,
    place,
    menuAt,
    write,
    openApart,
    request,
    requested: () => setRequest(undefined),
    collapse: () => cell !== undefined && cursor.place(cell),
    step: (by: 1 | -1) => void move(by > 0 ? 'down' : 'up', false),
    closePeek: () => {
      parts.onPeek(false)
      parts.grid.current?.focus({ preventScroll: true })
    },
    peek: () => parts.onPeek(true),
    rename: () => cell !== undefined && startEdit({ ...cell, column: 0 }),
    select: () => void performed.select(),
    run: (command: Command): boolean =>
      command.name === 'move' ? move(command.step, command.extends === true) : performed[command.name](),
    mouseDown: (event: MouseEvent) => {
      // A press inside the grid leaves the focus where the cursor puts it, and selects no text.
      if (event.target instanceof Element && event.target.closest('[data-editor]') === null) {
        event.preventDefault()
      }
    },
    click: (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const at = cellAt(event.target)
      const line = at === undefined ? undefined : lines.at(at.line)
      if (at === undefined || line?.kind !== 'record') return
      const related = relatedOf(event.target)
      const button = event.target.closest('[data-menu]')
      if (button !== null) {
        const { left, bottom } = button.getBoundingClientRect()
        menuAt({ ...at, column: 0 }, left, bottom)
      } else if (event.target.closest('[data-open]') !== null && !apart(event)) {
        event.preventDefault()
        links.open(line.record.id)
      } else if (related !== undefined && !apart(event)) {
        event.preventDefault()
        links.openRelated(related.object, related.id)
      }
    },
    prepare: (target: Element) => {
      const at = cellAt(target)
      const line = at === undefined ? undefined : lines.at(at.line)
      if (line?.kind === 'record') links.prepare(line.record.id)
    },
    doubleClick: (event: MouseEvent) => {
      const at = cellAt(event.target)
      if (at !== undefined && at.column > 0 && isIdle(event.target)) startEdit(at)
    },
  }
}

/** The related record that a link in a cell leads to. */
function relatedOf(target: Element): { readonly object: string; readonly id: string } | undefined {
  const { related, id } = target.closest<HTMLElement>('[data-related]')?.dataset ?? {}
  return related === undefined || id === undefined ? undefined : { object: related, id }
}

/** Whether a click asks the browser for a window of its own. */
const apart = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey

export type TableActs = ReturnType<typeof useTableActs>
