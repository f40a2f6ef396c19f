import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type Grantee, granteeKinds, type NewShare } from '#shared/operations/sharing.ts'
import { ApiError } from '#web/data/index.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import type { useShares } from '#web/data/use-shares.ts'
import { Button } from '#web/design/button.tsx'
import { Select } from '#web/design/select.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { LevelSelect } from './level-select.tsx'
import classes from './share.module.css'
import { granteeObjects, useGranteeName } from './use-grantee-name.ts'

/** Shares the record with one more: whom, and what they may do. */
export function AddShare({ sharing }: { readonly sharing: ReturnType<typeof useShares> }) {
  const { t } = useMessages()
  const id = useId()
  const [kind, setKind] = useState<Grantee['kind']>('user')
  const [chosen, setChosen] = useState<string>()
  const [level, setLevel] = useState<NewShare['level']>('read')
  const [reason, setReason] = useState<string>()
  const roles = useQuery({ ...rolesQuery, enabled: kind === 'role' })
  const grantee: Grantee | undefined =
    kind === 'everybody' ? { kind } : chosen === undefined ? undefined : { kind, id: chosen }
  const name = useGranteeName(grantee ?? { kind })
  const object = granteeObjects[kind]
  const share = () => {
    if (grantee === undefined) return
    sharing.set.mutate(
      { grantee, level },
      {
        onSuccess: () => {
          showToast(t('sharing.added', { name }))
          setChosen(undefined)
        },
        onError: (error) =>
          setReason(error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : String(error)),
      },
    )
  }
  const who = t('sharing.who', { kind: t(`sharing.kind_${kind}`) })
  return (
    <section aria-label={t('sharing.add')}>
      <div className={classes.add}>
        <Select
          aria-label={t('sharing.kind')}
          choices={granteeKinds.map((one) => ({ value: one, label: t(`sharing.kind_${one}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setChosen(undefined)
            setReason(undefined)
          }}
        />
        <div className={classes.whom}>
          {object !== undefined && (
            <RecordPicker
              key={kind}
              id={id}
              to={object}
              label={who}
              chosen={chosen === undefined ? [] : [{ id: chosen, label: name }]}
              multiple={false}
              creates={false}
              invalid={reason !== undefined}
              describedBy={`${id}-reason`}
              onChange={(ids) => {
                setChosen(ids[0])
                setReason(undefined)
              }}
            />
          )}
          {kind === 'role' && (
            <Select
              aria-label={who}
              placeholder={who}
              choices={(roles.data ?? []).map((role) => ({ value: role.id, label: role.name }))}
              value={chosen ?? null}
              onChange={setChosen}
            />
          )}
        </div>
        <LevelSelect label={t('sharing.level')} level={level} onChange={setLevel} />
        <Button
          variant="primary"
          onClick={share}
          busy={sharing.set.isPending}
          disabled={grantee === undefined}
        >
          {t('sharing.share')}
        </Button>
      </div>
      {reason !== undefined && (
        <p id={`${id}-reason`} className={classes.reason} role="alert">
          {reason}
        </p>
      )}
    </section>
  )
}
