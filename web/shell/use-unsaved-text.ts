import { useQueryClient } from '@tanstack/react-query'
import { keys, type RecordData, useCatalogue } from '#web/data/index.ts'
import { type Entry, errorOf } from '#web/data/unsaved.ts'
import { useFormat } from '#web/fields/use-format.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'

interface Line {
  readonly wire: string
  readonly label: string
  /** What was typed, as people read it. */
  readonly mine: string
  /** Of a conflict: what stands there now. */
  readonly theirs?: string
}

/** A write that was not taken, in words: what it was, why not, and each value. */
export function useUnsavedText({ write, refusal }: Entry): {
  readonly heading: string
  readonly reason: string
  readonly lines: readonly Line[]
} {
  const { t, label } = useMessages()
  const format = useFormat()
  const client = useQueryClient()
  const object = useCatalogue().find(write.object)

  const held = (id: string): RecordData | undefined =>
    client
      .getQueriesData<RecordData>({ queryKey: keys.record(write.object, id) })
      .find(([, data]) => data !== undefined)?.[1]
  const title = (): string => {
    if (write.kind === 'create') return titleOf(object, { ...write.values, id: '', version: 0 })
    if (write.kind === 'update') {
      const record = refusal?.theirs ?? held(write.id) ?? { ...write.before, id: write.id, version: 0 }
      return titleOf(object, record)
    }
    const ids = write.kind === 'bulk' ? write.change.ids : write.kind === 'undo' ? undefined : write.ids
    return ids === undefined ? '' : t('outbox.countOf', { count: ids.length })
  }

  const valuesOf = () => {
    if (write.kind === 'create' || write.kind === 'update') return write.values
    return write.kind === 'bulk' ? (write.change.values ?? {}) : {}
  }
  const printed = (wire: string, value: unknown, names: Readonly<Record<string, unknown>> = {}): string => {
    const field = object?.fieldByWire.get(wire)
    if (value === null || value === undefined || value === '') return t('outbox.blank')
    if (field === undefined) return String(value)
    const named = names[field.name]
    if (typeof named === 'object' && named !== null && 'name' in named) return String(named.name)
    return format(field, value)
  }
  const shown = write.kind === 'update' ? write.shown : undefined
  const lines = Object.entries(valuesOf())
    .filter(([wire]) => wire !== 'id')
    .map(([wire, value]): Line => {
      const field = object?.fieldByWire.get(wire)
      return {
        wire,
        label: field === undefined ? wire : label(field.label),
        mine: printed(wire, value, shown),
        ...(refusal?.theirs !== undefined && { theirs: printed(wire, refusal.theirs[wire]) }),
      }
    })
  const kind = t(`outbox.${write.kind}`)
  const about = [object === undefined ? write.object : label(object.label), title()].filter(Boolean)
  const problem = refusal === undefined ? undefined : errorOf(refusal)
  return {
    heading: [kind, ...about].join(' · '),
    reason:
      refusal?.theirs !== undefined
        ? t('outbox.conflict')
        : [...new Set([...(problem?.errors.map(({ message }) => message) ?? []), problem?.detail ?? ''])]
            .filter(Boolean)
            .join(' · '),
    lines,
  }
}
