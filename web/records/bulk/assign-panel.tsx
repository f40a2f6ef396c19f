import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { getRecord, keys, type RecordData } from '#web/data/index.ts'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { BulkPanel } from './bulk-panel.tsx'
import type { useBulkWrites } from './use-bulk-writes.ts'

export interface BulkPanelProps {
  readonly object: CatalogueObject
  readonly count: number
  readonly writes: ReturnType<typeof useBulkWrites>
  readonly onClose: () => void
}

const nobody: RecordData = { id: '', version: 0 }

/** Gives all that is chosen to one person. */
export function AssignPanel({ object, count, field, writes, onClose }: BulkPanelProps & { field: Field }) {
  const { t } = useMessages()
  const client = useQueryClient()
  const id = useId()
  const { Editor } = fieldViews[field.type]
  const assign = async (value: unknown) => {
    onClose()
    if (typeof value !== 'string') return
    const person = await client.fetchQuery({
      queryKey: keys.recordWith('user', value, []),
      queryFn: () => getRecord('user', value),
      staleTime: 60_000,
    })
    const message = t('table.assigned', { count, name: String(person.name) })
    writes.setAll({ [field.wire]: value }, { [field.name]: person }, message)
  }
  return (
    <BulkPanel title={t('table.assignTo')} onClose={onClose}>
      <Editor
        id={id}
        object={object.name}
        field={field}
        record={nobody}
        value={null}
        label={t('table.assignTo')}
        autoFocus
        onChange={() => {}}
        onCommit={(value) => void assign(value)}
        onCancel={onClose}
      />
    </BulkPanel>
  )
}
