import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, useRestoreRecords } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Brings a record back from the recycle bin and says so, or why not: its unique value may be taken meanwhile. */
export function useRestore(object: CatalogueObject): (id: string, name: string) => void {
  const { t } = useMessages()
  const restore = useRestoreRecords(object.name)
  return (id, name) =>
    restore.mutate([id], {
      onSuccess: () => showToast(t('records.restored', { name })),
      onError: (error) =>
        showToast(error instanceof ApiError ? error.detail : String(error), { tone: 'problem' }),
    })
}
