import { useState } from 'react'
import type { People, PersonLine } from '#shared/operations/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useMembershipChanges } from '#web/data/use-people.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { HandOverPart } from './hand-over-part.tsx'

interface LeavingProps {
  readonly person: PersonLine
  readonly everybody: People
  readonly onClose: () => void
}

/** Ends a membership, and says who takes over. */
export function DeactivateDialog({ person, everybody, onClose }: LeavingProps) {
  const { t } = useMessages()
  const [to, setTo] = useState<string | null>(person.managerId)
  const { deactivate } = useMembershipChanges()
  const { name } = person
  const confirm = () =>
    deactivate.mutate(
      { id: person.id, handOverTo: to },
      {
        onSuccess: ({ count }) => {
          const handed = count === 0 ? '' : ` · ${t('people.handedOver', { count })}`
          showToast(`${t('people.deactivatedNamed', { name })}${handed}`)
          onClose()
        },
      },
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('people.deactivateNamed', { name })}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {t('design.cancel')}
          </Button>
          <Button variant="danger" busy={deactivate.isPending} onClick={confirm}>
            {t('people.deactivate')}
          </Button>
        </>
      }
    >
      <p>{t('people.deactivateWhat')}</p>
      <FormProblem>{problemText(t, deactivate.error)}</FormProblem>
      <HandOverPart person={person} everybody={everybody} to={to} onChange={setTo} />
    </Dialog>
  )
}

/** Gives all that a member has to another one. */
export function HandOverDialog({ person, everybody, onClose }: LeavingProps) {
  const { t } = useMessages()
  const [to, setTo] = useState<string | null>(null)
  const { handOver } = useMembershipChanges()
  const confirm = () =>
    to !== null &&
    handOver.mutate(
      { id: person.id, to },
      {
        onSuccess: ({ count }) => {
          showToast(t('people.handedOver', { count }))
          onClose()
        },
      },
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('people.handOverNamed', { name: person.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button variant="primary" disabled={to === null} busy={handOver.isPending} onClick={confirm}>
            {t('people.handOver')}
          </Button>
        </>
      }
    >
      <p>{t('people.handOverWhat')}</p>
      <FormProblem>{problemText(t, handOver.error)}</FormProblem>
      <HandOverPart person={person} everybody={everybody} to={to} onChange={setTo} />
    </Dialog>
  )
}
