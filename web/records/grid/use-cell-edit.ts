import { useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useUpdateField } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { CellEdit } from '../list/cell-state.ts'
import { type Column, isEditable } from '../list/columns.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The cell whose editor is open, and cells whose write came back. A refused value waits in its cell with the reason, also
 * where the person has gone on to another one; then they are told.
 * @param cursor id and path of the cell that the cursor is on, parted by a space
 */
export function useCellEdit(object: CatalogueObject, columns: readonly Column[], cursor: string | undefined) {
  const { t, label } = useMessages()
  const [edit, setEdit] = useState<CellEdit>()
  const [returned, setReturned] = useState<ReadonlyMap<string, CellEdit>>(new Map())
  const open = useRef(edit)
  open.current = edit
  const came = useRef(returned)
  came.current = returned
  const standing = useRef(cursor)
  standing.current = cursor
  /** @returns whether its editor opened: the cursor is still there */
  const keep = (back: CellEdit): boolean => {
    // A row shows what came back of one of its cells: what came of another one is in the list of what was not saved.
    const before = came.current.get(back.id)
    if (before !== undefined && before.path !== back.path) update.letGo(back.id, wireOf(before.path))
    setReturned((old) => new Map(old).set(back.id, back))
    const here = open.current === undefined && standing.current === `${back.id} ${back.path}`
    if (here) setEdit({ ...back, open: true })
    return here
  }
  const tell = (wire: string, reason: string) => {
    const field = label(object.fieldByWire.get(wire)?.label)
    showToast(t('table.saveRefused', { field, reason }), { tone: 'problem' })
  }
  const forget = (id: string, path: string) => {
    update.decided(id, wireOf(path))
    setReturned((old) => {
      if (old.get(id)?.path !== path) return old
      const next = new Map(old)
      next.delete(id)
      return next
    })
  }
  const pathOf = (wire: string) =>
    columns.find(({ field, through }) => field.wire === wire && through.length === 0)?.path
  const wireOf = (path: string) => columns.find((column) => column.path === path)?.field.wire ?? path
  const update = useUpdateField({
    holds: true,
    onProblem: (error, { record, values }) => {
      for (const [wire, draft] of Object.entries(values)) {
        const reason = error.messageFor(wire) ?? error.errors[0]?.message ?? error.detail
        const path = pathOf(wire)
        if (path === undefined) update.letGo(record.id, wire)
        if (path === undefined || !keep({ id: record.id, path, open: false, refused: { draft, reason } }))
          tell(wire, reason)
      }
    },
    onConflict: (conflict) => {
      for (const wire of Object.keys(conflict.mine)) {
        const path = pathOf(wire)
        const { id } = conflict.edit.record
        if (path === undefined) update.letGo(id, wire)
        else if (!keep({ id, path, open: false, conflict })) tell(wire, t('records.conflict'))
      }
    },
  })
  return {
    edit,
    /** What a row shows: its open editor, else what came back of it. */
    editOf: (id: string): CellEdit | undefined => (edit?.id === id ? edit : returned.get(id)),
    start: (record: RecordData, column: Column, more: Pick<CellEdit, 'typed' | 'up'>) => {
      if (!isEditable(column)) return
      const back = returned.get(record.id)
      const kept = back?.path === column.path ? back : undefined
      setEdit({ ...kept, id: record.id, path: column.path, open: true, ...more })
    },
    save: (record: RecordData, column: Column, value: unknown) => {
      const { wire } = column.field
      setEdit(undefined)
      forget(record.id, column.path)
      if (same(value, record[wire])) return
      update.mutate({ object: object.name, record, values: { [wire]: value ?? null } })
    },
    cancel: () => {
      if (edit !== undefined) forget(edit.id, edit.path)
      setEdit(undefined)
    },
  }
}
