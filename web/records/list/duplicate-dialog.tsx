import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { duplicateValues } from '../record/duplicate-values.ts'

const CreateDialog = lazy(() =>
  import('../form/create-dialog.tsx').then(({ CreateDialog }) => ({ default: CreateDialog })),
)

interface DuplicateDialogProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly onClose: () => void
}

/** The form of a second record like this one, to be looked through before it is made. */
export function DuplicateDialog({ object, record, onClose }: DuplicateDialogProps) {
  const { t } = useMessages()
  const name = t('activity.copyOf', { name: titleOf(object, record) })
  return (
    <Suspense>
      <CreateDialog object={object} prefilled={duplicateValues(object, record, name)} onClose={onClose} />
    </Suspense>
  )
}
