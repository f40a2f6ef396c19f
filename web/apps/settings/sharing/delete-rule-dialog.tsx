import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { useSharingRuleChanges } from '#web/data/use-sharing-rules.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { filterText } from './condition-text.ts'

/** Asks before a rule ends what it shares, and says how much that is. */
export function DeleteRuleDialog({ rule, onClose }: { rule: SharingRuleEntry; onClose: () => void }) {
  const { t } = useMessages()
  const { remove } = useSharingRuleChanges()
  const { name, condition } = rule
  const count = useRecordCount(rule.object, { filter: filterText(condition) }, condition !== null)
  // A rule whose condition is broken shares nothing.
  const shared = condition === null ? 0 : count
  const erase = () =>
    remove.mutate(rule, {
      onSuccess: () => {
        showToast(t('access.ruleDeleted', { name }))
        onClose()
      },
    })
  return (
    <ConfirmDialog
      title={t('access.deleteRuleNamed', { name })}
      action={t('access.deleteRule')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={erase}
      onClose={onClose}
    >
      {shared === undefined ? t('access.deleteRuleWhatever') : t('access.deleteRuleWhat', { count: shared })}
    </ConfirmDialog>
  )
}
