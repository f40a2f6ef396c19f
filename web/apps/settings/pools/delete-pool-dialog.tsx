import type { Pool } from '#shared/operations/pools.ts'
import { usePoolChanges } from '#web/data/use-pool-changes.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'

/** Asks before a pool is closed, and says what its members will see no more. */
export function DeletePoolDialog({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const { t } = useMessages()
  const { remove } = usePoolChanges()
  const { id, name } = pool
  const count = useRecordCount(pool.object, { pool: id })
  const erase = () =>
    remove.mutate(pool, {
      onSuccess: () => {
        showToast(t('pools.erased', { name }))
        onClose()
      },
    })
  return (
    <ConfirmDialog
      title={t('pools.eraseNamed', { name })}
      action={t('pools.erase')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={erase}
      onClose={onClose}
    >
      {count === undefined ? t('pools.eraseWhatever') : t('pools.eraseWhat', { count })}
    </ConfirmDialog>
  )
}
