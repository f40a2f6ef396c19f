import { useQueries, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { quote } from '#shared/expression/print.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { SharingRuleEntry } from '#shared/operations/sharing.ts'
import { keys, listRecords, type RecordData, useMay } from '#web/data/index.ts'
import type { useShares } from '#web/data/use-shares.ts'
import { sharingRulesQuery } from '#web/data/use-sharing-rules.ts'
import { useRecordName } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AccessLine } from './access-line.tsx'
import classes from './share.module.css'
import { ShareLine } from './share-line.tsx'
import { useGranteeName } from './use-grantee-name.ts'

interface AccessLinesProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly sharing: ReturnType<typeof useShares>
  readonly mayShare: boolean
}

/** Everything by which a record is within somebody's reach: whose it is, rules that hold for it, single shares. */
export function AccessLines({ object, record, sharing, mayShare }: AccessLinesProps) {
  const { t } = useMessages()
  const id = useId()
  const owner = typeof record.ownerId === 'string' ? record.ownerId : ''
  const team = typeof record.teamId === 'string' ? record.teamId : ''
  const ownerName = useRecordName({ object: 'user', id: owner, known: record.owner })
  const teamName = useRecordName({ object: 'team', id: team, known: record.team })
  const rules = useRulesOn(object, record.id)
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.head}>
        {t('sharing.now')}
      </h3>
      <ul className={classes.lines}>
        <AccessLine
          kind="user"
          {...(owner !== '' && { id: owner })}
          name={owner === '' ? t('sharing.ownerLeft') : ownerName}
          why={t('sharing.owner')}
        />
        {team !== '' && <AccessLine kind="team" name={teamName} why={t('sharing.teamWhat')} />}
        {rules.map((rule) => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
        {sharing.shares?.map((share) => (
          <ShareLine
            key={`${share.grantee.kind} ${share.grantee.id}`}
            share={share}
            sharing={sharing}
            mayShare={mayShare}
          />
        ))}
      </ul>
      {sharing.shares?.length === 0 && <p className={classes.quiet}>{t('sharing.nobodyYet')}</p>}
    </section>
  )
}

function RuleLine({ rule }: { readonly rule: SharingRuleEntry }) {
  const { t } = useMessages()
  return (
    <AccessLine
      kind={rule.grantee.kind}
      {...(rule.grantee.id !== undefined && { id: rule.grantee.id })}
      name={useGranteeName(rule.grantee)}
      why={t('sharing.because_rule', { name: rule.name })}
    >
      <span className={classes.level}>{t(`sharing.level_${rule.level}`)}</span>
    </AccessLine>
  )
}

/** The sharing rules that hold for a record; known to who has the right to them. */
function useRulesOn(object: CatalogueObject, id: string): readonly SharingRuleEntry[] {
  const { right } = useMay()
  const { data = [] } = useQuery({ ...sharingRulesQuery, enabled: right('roles') })
  const rules = data.filter((rule) => rule.object === object.name && rule.condition !== null)
  const holds = useQueries({
    queries: rules.map(({ condition }) => {
      const query = { filter: `id = ${quote(id)} and (${condition})`, fields: ['id'], limit: 1 }
      return {
        queryKey: keys.list(object.name, query),
        queryFn: ({ signal }: { signal: AbortSignal }) => listRecords(object.name, query, signal),
      }
    }),
  })
  return rules.filter((_, index) => (holds[index]?.data?.data.length ?? 0) > 0)
}
