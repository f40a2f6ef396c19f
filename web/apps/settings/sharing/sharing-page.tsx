import { IconShare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sharingRulesQuery } from '#web/data/use-sharing-rules.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { GrantsPage } from '../granting/grants-page.tsx'
import { DeleteRuleDialog } from './delete-rule-dialog.tsx'
import { RuleCells } from './rule-cells.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import classes from './sharing.module.css'

/** Rules that share the records of a condition. */
export function Component() {
  const { t } = useMessages()
  return (
    <GrantsPage
      title={t('access.sharingRules')}
      detail={t('access.sharingDetail')}
      make={t('access.newRule')}
      none={t('access.noRules')}
      noneWhat={t('access.noRulesWhat')}
      icon={IconShare}
      grants={useQuery(sharingRulesQuery)}
      heads={[
        t('access.ruleName'),
        t('access.condition'),
        t('access.withWhom'),
        t('access.level'),
        t('access.opens'),
      ]}
      columns={classes.columns}
      labelOf={(name) => t('access.rulesOf', { object: name })}
      deleteLabelOf={(name) => t('access.deleteRuleNamed', { name })}
      cells={(rule, object) => <RuleCells rule={rule} object={object} />}
      editor={(rule, onClose) => <RuleDialog rule={rule} onClose={onClose} />}
      deletion={(rule, onClose) => <DeleteRuleDialog rule={rule} onClose={onClose} />}
    />
  )
}
