import { useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { type EditConflict, type RecordData, useUpdateField } from '#web/data/index.ts'

/** A write that was refused: the input is kept beside its reason. */
interface Refused {
  readonly draft: unknown
  readonly reason: string
}

/**
 * Editing fields of one record in place. One field is open at a time; a saved value shows at once, a refused one opens
 * its field again with the reason, a conflict shows both values.
 */
export function useInlineEdit(object: CatalogueObject, record: RecordData) {
  const [open, setOpen] = useState<string | null>(null)
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map())
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, EditConflict>>(new Map())
  const update = useUpdateField({
    holds: true,
    onProblem: (error, edit) => {
      for (const [wire, draft] of Object.entries(edit.values)) {
        const reason = error.messageFor(wire) ?? error.errors[0]?.message ?? error.detail
        setRefused((old) => new Map(old).set(wire, { draft, reason }))
        setOpen(object.fieldByWire.get(wire)?.name ?? null)
      }
    },
    onConflict: (conflict) => {
      for (const wire of Object.keys(conflict.mine)) {
        setConflicts((old) => new Map(old).set(wire, conflict))
      }
    },
  })
  const { decided } = update
  const { id } = record
  const forget = (wire: string) => {
    decided(id, wire)
    setRefused((old) => without(old, wire))
    setConflicts((old) => without(old, wire))
  }
  const save = (field: Field, value: unknown, over: RecordData = record) => {
    forget(field.wire)
    if (JSON.stringify(value ?? null) === JSON.stringify(over[field.wire] ?? null)) return
    update.mutate({ object: object.name, record: over, values: { [field.wire]: value ?? null } })
  }
  return { open, setOpen, refused, conflicts, forget, save }
}

export type InlineEdit = ReturnType<typeof useInlineEdit>

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map
  const next = new Map(map)
  next.delete(key)
  return next
}
