import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import table from '#web/design/data-table.module.css'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConditionWords } from '../granting/condition-words.tsx'
import { GranteeName } from '../granting/grantee-name.tsx'
import { filterText } from './condition-text.ts'
import { RuleCount } from './rule-count.tsx'
import classes from './sharing.module.css'

/** What a rule shares, with whom and for what. */
export function RuleCells({ rule, object }: { rule: SharingRuleEntry; object: CatalogueObject }) {
  const { t } = useMessages()
  const { condition, grantee, level } = rule
  return (
    <>
      <td className={`${table.cell} ${classes.condition}`} data-head={t('access.condition')}>
        <ConditionWords
          object={object}
          condition={condition === null ? undefined : filterText(condition)}
          untold={t(rule.concealed ? 'access.concealed' : 'access.brokenRule')}
          every={t('access.everyRecord')}
        />
      </td>
      <td className={table.cell} data-head={t('access.withWhom')}>
        <GranteeName grantee={grantee} />
      </td>
      <td className={table.cell} data-head={t('access.level')}>
        {t(`access.share_${level}`)}
      </td>
      <td className={table.cell} data-head={condition === null ? undefined : t('access.opens')}>
        {condition !== null && <RuleCount rule={rule} />}
      </td>
    </>
  )
}
