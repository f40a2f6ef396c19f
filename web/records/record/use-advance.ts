import { useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import {
  type ApiError,
  offerUndo,
  type RecordData,
  useTimelineChanges,
  useUpdateField,
} from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { demandsOf } from '../board/demands.ts'
import type { Step } from './step.ts'

/** A step that waits until further fields are filled in. */
export interface Asked {
  readonly step: Step
  readonly fields: readonly Field[]
  /** Why the server asks for it, by wire name. */
  readonly reasons: Readonly<Record<string, string>>
}

/** Moves a record to another step; what the step or the server wants to know first is asked for. */
export function useAdvance(object: CatalogueObject, record: RecordData, field: Field) {
  const { t } = useMessages()
  const timelines = useTimelineChanges()
  const [asked, setAsked] = useState<Asked | null>(null)
  const refused = (error: ApiError, step: Step | undefined) => {
    const fields = object.fields.filter(
      (one) => one.wire !== field.wire && one.writable && error.messageFor(one.wire) !== undefined,
    )
    if (fields.length === 0 || step === undefined)
      return showToast(error.messageFor(field.wire) ?? error.detail, { tone: 'problem' })
    const reasons = Object.fromEntries(fields.map((one) => [one.wire, error.messageFor(one.wire) ?? '']))
    setAsked({ step, fields, reasons })
  }
  const [going, setGoing] = useState<Step | undefined>()
  const update = useUpdateField({
    onProblem: (error) => refused(error, going),
    onConflict: () => showToast(t('records.conflict'), { tone: 'problem' }),
    onSaved: () => timelines.refresh(),
  })
  const advance = (step: Step, more: Readonly<Record<string, unknown>> = {}) => {
    const before = record[field.wire] ?? null
    if (step.value === before) return
    const fields = demandsOf(object, step, { ...record, ...more })
    if (fields.length > 0) return setAsked({ step, fields, reasons: {} })
    setGoing(step)
    setAsked(null)
    const values = { [field.wire]: step.value, ...more }
    const shown = field.type === 'relation' ? { [field.name]: { id: step.value, name: step.name } } : {}
    update.mutate(
      { object: object.name, record, values, shown },
      {
        onSuccess: (saved) =>
          offerUndo({
            message: t('activity.advanced', { stage: step.name }),
            undo: async () => {
              await update.mutateAsync({
                object: object.name,
                record: saved,
                values: { [field.wire]: before },
              })
              return { undone: 1, skipped: 0 }
            },
          }),
      },
    )
  }
  return { advance, asked, cancel: () => setAsked(null), busy: update.isPending }
}
