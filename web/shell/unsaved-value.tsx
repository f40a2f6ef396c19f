import type { Field } from '#shared/metadata/catalogue.ts'
import { useRecordName } from '#web/fields/record-name.tsx'
import { useFormat } from '#web/fields/use-format.ts'
import { useMessages } from '#web/messages/use-messages.ts'

interface UnsavedValueProps {
  readonly field: Field | undefined
  /** What was typed: it may be anything, since nobody has taken it. */
  readonly value: unknown
}

/** A value that was not saved, as people read it. */
export function UnsavedValue({ field, value }: UnsavedValueProps) {
  const { t } = useMessages()
  const format = useFormat()
  if (value === null || value === undefined || value === '') return t('outbox.blank')
  const to = field?.type === 'user' ? 'user' : field?.type === 'relation' ? field.to : undefined
  if (to !== undefined && typeof value === 'string') return <RecordTitle object={to} id={value} />
  return printed(() => (field === undefined ? undefined : format(field, value)), value)
}

function RecordTitle({ object, id }: { readonly object: string; readonly id: string }) {
  return useRecordName({ object, id }) || id
}

/** What no format understands is shown as it was typed. */
function printed(format: () => string | undefined, value: unknown): string {
  const plain = () => (typeof value === 'string' ? value : JSON.stringify(value))
  try {
    return format() || plain()
  } catch {
    return plain()
  }
}
