import { Input } from '@mantine/core'
import { useId, useState } from 'react'
import type { People, PersonLine } from '#shared/operations/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { usePlaceChanges } from '#web/data/use-people.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import page from '../settings-page.module.css'

interface PlaceDialogProps {
  readonly person: PersonLine
  readonly everybody: People
  readonly onClose: () => void
}

/** In which teams a member is, and to whom they report. */
export function PlaceDialog({ person, everybody, onClose }: PlaceDialogProps) {
  const { t } = useMessages()
  const id = useId()
  const [teamId, setTeamId] = useState(person.teamId)
  const [teamIds, setTeamIds] = useState(person.teamIds)
  const [managerId, setManagerId] = useState(person.managerId)
  const { change } = usePlaceChanges('user')
  const save = () =>
    change.mutate({ id: person.id, values: { teamId, teamIds, managerId } }, { onSuccess: onClose })
  const chosen = (ids: readonly (string | null)[], from: readonly { id: string; name: string }[]) =>
    ids.flatMap((one) =>
      one === null ? [] : [{ id: one, label: from.find((o) => o.id === one)?.name ?? '' }],
    )
  const { people, teams } = everybody
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('people.placeOf', { name: person.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button variant="primary" busy={change.isPending} onClick={save}>
            {t('people.save')}
          </Button>
        </>
      }
    >
      <div className={page.dialogForm}>
        <FormProblem>{problemText(t, change.error)}</FormProblem>
        <Input.Wrapper id={`${id}team`} label={t('people.team')}>
          <RecordPicker
            id={`${id}team`}
            to="team"
            chosen={chosen([teamId], teams)}
            multiple={false}
            creates={false}
            onChange={([one]) => setTeamId(one ?? null)}
          />
        </Input.Wrapper>
        <Input.Wrapper id={`${id}teams`} label={t('people.furtherTeams')}>
          <RecordPicker
            id={`${id}teams`}
            to="team"
            chosen={chosen(teamIds, teams)}
            multiple
            creates={false}
            onChange={setTeamIds}
          />
        </Input.Wrapper>
        <Input.Wrapper id={`${id}manager`} label={t('people.manager')}>
          <RecordPicker
            id={`${id}manager`}
            to="user"
            except={person.id}
            chosen={chosen([managerId], people)}
            multiple={false}
            creates={false}
            onChange={([one]) => setManagerId(one ?? null)}
          />
        </Input.Wrapper>
      </div>
    </Dialog>
  )
}
