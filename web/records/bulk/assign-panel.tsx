import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { BulkPanel } from './bulk-panel.tsx'
import { PersonChoice } from './person-choice.tsx'
import type { useBulkWrites } from './use-bulk-writes.ts'

export interface BulkPanelProps {
  readonly object: CatalogueObject
  readonly count: number
  readonly writes: ReturnType<typeof useBulkWrites>
  readonly onClose: () => void
}

/** Gives all that is chosen to one person. */
export function AssignPanel({ object, count, field, writes, onClose }: BulkPanelProps & { field: Field }) {
  const { t } = useMessages()
  return (
    <BulkPanel title={t('table.assignTo')} onClose={onClose}>
      <PersonChoice
        object={object.name}
        field={field}
        label={t('table.assignTo')}
        onChoose={(person) => {
          const message = t('table.assigned', { count, name: String(person.name) })
          writes.setAll({ [field.wire]: person.id }, { [field.name]: person }, message)
        }}
        onClose={onClose}
      />
    </BulkPanel>
  )
}
