import { IconCheck, IconEye, IconMinus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { ExplainedVerb } from '#shared/operations/roles.ts'
import { type RecordData, useMay, useSession } from '#web/data/index.ts'
import { useExplanation } from '#web/data/use-explanation.ts'
import { startViewAs, viewedAs } from '#web/data/view-as.ts'
import { Button } from '#web/design/button.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useRecordName } from '#web/fields/index.ts'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { Reasons } from './reasons.tsx'
import classes from './share.module.css'

const verbs = ['read', 'update', 'delete', 'transfer', 'export'] as const satisfies readonly ExplainedVerb[]

interface ExplainPanelProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** What a person may do with a record, verb by verb, and what says so; of others for who has the right to roles. */
export function ExplainPanel({ object, record }: ExplainPanelProps) {
  const { t } = useMessages()
  const id = useId()
  const { right } = useMay()
  const { user } = useSession()
  const self = viewedAs() ?? user.id
  const [person, setPerson] = useState(self)
  const name = useRecordName({ object: 'user', id: person })
  const { data, isPending } = useExplanation(object.name, record.id, person === self ? undefined : person)
  const others = right('roles') && viewedAs() === undefined
  return (
    <section aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`} className={classes.head}>
        {t(others ? 'sharing.explain' : 'sharing.explainOwn')}
      </h3>
      {others && (
        <div className={classes.person}>
          <div className={classes.whom}>
            <RecordPicker
              id={id}
              to="user"
              label={t('sharing.explainOf')}
              chosen={[{ id: person, label: name }]}
              multiple={false}
              creates={false}
              onChange={(ids) => setPerson(ids[0] ?? self)}
            />
          </div>
          {person !== self && (
            <Button icon={IconEye} onClick={() => startViewAs(person, location.pathname)}>
              {t('sharing.viewAs')}
            </Button>
          )}
        </div>
      )}
      {isPending && <Skeleton width="60%" />}
      {data !== undefined && (
        <dl className={classes.verbs}>
          {verbs.map((verb) => {
            const { allowed } = data[verb]
            return (
              <div key={verb} className={classes.verb} data-allowed={allowed || undefined}>
                <dt>
                  {allowed ? <IconCheck aria-hidden /> : <IconMinus aria-hidden />}
                  {t(`sharing.verb_${verb}`)}
                </dt>
                <dd>
                  <span className={classes.verdict}>{t(allowed ? 'sharing.can' : 'sharing.cannot')}</span>
                  <Reasons {...data[verb]} />
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </section>
  )
}
