import { useQuery } from '@tanstack/react-query'
import type { ExplainedVerb, Explanation } from '#shared/operations/roles.ts'
import { useMay } from '#web/data/index.ts'
import { sharingRulesQuery } from '#web/data/use-sharing-rules.ts'
import { useRecordName } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './share.module.css'

type Answer = Explanation[ExplainedVerb]

/** Which team, rule or share allows it, or why nothing does. */
export function Reasons({ allowed, scope, by }: Answer) {
  const { t } = useMessages()
  if (!allowed) {
    const why =
      scope === 'none'
        ? t('sharing.because_none')
        : t('sharing.because_outside', { scope: t(`sharing.scope_${scope}`) })
    return <span className={classes.because}>{why}</span>
  }
  if (by.length === 0) return <span className={classes.because}>{t('sharing.because_all')}</span>
  return by.map((way) => <Reason key={`${way.kind} ${way.id}`} {...way} />)
}

function Reason({ kind, id = '' }: Answer['by'][number]) {
  const { t } = useMessages()
  const { right } = useMay()
  const team = useRecordName({ object: 'team', id: kind === 'team' ? id : '' })
  const rules = useQuery({ ...sharingRulesQuery, enabled: kind === 'rule' && right('roles') })
  const rule = rules.data?.find((one) => one.id === id)?.name
  const text = {
    owner: t('sharing.because_owner'),
    team: team === '' ? t('sharing.because_teamUnnamed') : t('sharing.because_team', { name: team }),
    rule: rule === undefined ? t('sharing.because_ruleUnnamed') : t('sharing.because_rule', { name: rule }),
    share: t('sharing.because_share'),
    about: t('sharing.because_about'),
  } satisfies Record<typeof kind, string>
  return <span className={classes.because}>{text[kind]}</span>
}
