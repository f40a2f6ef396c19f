import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, useDeleteRecords, useRestoreRecords } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

const reasonOf = (error: unknown) => (error instanceof ApiError ? error.detail : String(error))

/** Moves records to the recycle bin and offers for 8 s to bring them back. */
export function useDelete(
  object: CatalogueObject,
): (ids: readonly string[], names: readonly string[]) => void {
  const { t } = useMessages()
  const remove = useDeleteRecords(object.name)
  const restore = useRestoreRecords(object.name)
  const tell = (error: unknown) => showToast(reasonOf(error), { tone: 'problem' })
  // The page is left before the answer is there: what a mutation is given to call then would not be called.
  return (ids, names) =>
    void remove.mutateAsync(ids).then(() => {
      const [name = ''] = names
      const said =
        ids.length === 1 ? t('records.deletedOne', { name }) : t('records.deletedMany', { count: ids.length })
      showToast(said, { undo: () => void restore.mutateAsync(ids).catch(tell) })
    }, tell)
}
