import { useQueryClient } from '@tanstack/react-query'
import { keys, type RecordData, useCatalogue } from '#web/data/index.ts'
import { type Entry, errorOf } from '#web/data/unsaved.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '#web/records/in-sentence.ts'

interface UnsavedText {
  /** What was done: `修改客户`. */
  readonly act: string
  /** To what: the name of a record, or how many. */
  readonly about: string
  /** Why it was not taken, as far as no field says so. */
  readonly reason: string | undefined
}

/** A write that was not taken, in words. */
export function useUnsavedText({ write, refusal }: Entry): UnsavedText {
  const { t, label, language } = useMessages()
  const client = useQueryClient()
  const object = useCatalogue().find(write.object)

  const held = (id: string): RecordData | undefined =>
    client
      .getQueriesData<RecordData>({ queryKey: keys.record(write.object, id) })
      .find(([, data]) => data !== undefined)?.[1]
  const about = (): string => {
    if (write.kind === 'create') {
      const title = write.values[object?.titleField.wire ?? 'name']
      return typeof title === 'string' ? title : ''
    }
    if (write.kind === 'update') {
      const record = refusal?.theirs ?? held(write.id) ?? { ...write.before, id: write.id, version: 0 }
      return titleOf(object, record)
    }
    const ids = write.kind === 'bulk' ? write.change.ids : write.kind === 'undo' ? undefined : write.ids
    return ids === undefined ? '' : t('outbox.countOf', { count: ids.length })
  }
  const reason = (): string | undefined => {
    if (refusal?.theirs !== undefined) return t('outbox.conflict')
    const error = refusal === undefined ? undefined : errorOf(refusal)
    const values = valuesOf(write)
    const elsewhere = error?.errors.filter(
      ({ path }) => !Object.keys(values).some((wire) => path.split(/[./[\]]+/).includes(wire)),
    )
    if (error === undefined || (error.errors.length > 0 && elsewhere?.length === 0)) return undefined
    return elsewhere?.[0]?.message ?? error.detail
  }
  const name = object === undefined ? write.object : inSentence(label(object.label), language)
  return { act: t(`outbox.${write.kind}`, { object: name }), about: about(), reason: reason() }
}

/** The values that somebody typed. */
export function valuesOf(write: Entry['write']): Readonly<Record<string, unknown>> {
  if (write.kind === 'create' || write.kind === 'update') return write.values
  return write.kind === 'bulk' ? (write.change.values ?? {}) : {}
}
