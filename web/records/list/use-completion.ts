import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useUpdateField } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'

/** The state of things that are done once, where an object has one. */
const done = 'done'

/** Ticks a record off; undefined for objects whose records are not done once. */
export function useCompletion(object: CatalogueObject) {
  const update = useUpdateField({
    onProblem: (error) => showToast(error.errors[0]?.message ?? error.detail, { tone: 'problem' }),
    onConflict: ({ theirs, edit }) => update.mutate({ ...edit, record: theirs }),
  })
  const status = object.fieldByName.get('status')
  if (status?.options?.some(({ value }) => value === done) !== true) return undefined
  return {
    isOpen: (record: RecordData) => record[status.wire] !== done,
    complete: (record: RecordData) =>
      update.mutate({ object: object.name, record, values: { [status.wire]: done } }),
  }
}
