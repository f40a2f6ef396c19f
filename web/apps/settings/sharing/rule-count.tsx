import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { filterText } from './condition-text.ts'

/** How many records a rule opens now. */
export function RuleCount({ rule }: { rule: SharingRuleEntry }) {
  const { t } = useMessages()
  const count = useRecordCount(rule.object, { filter: filterText(rule.condition) })
  return count === undefined ? null : t('access.counted', { count })
}
