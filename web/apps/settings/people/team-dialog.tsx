import { Input, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import type { People, TeamLine } from '#shared/operations/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { usePlaceChanges } from '#web/data/use-people.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import page from '../settings-page.module.css'
import { placesOf, withBelow } from './team-tree.ts'

interface TeamDialogProps {
  /** None: a new one. */
  readonly team?: TeamLine | undefined
  /** Where a new one begins. */
  readonly above?: string | null
  readonly everybody: People
  readonly onClose: () => void
}

const top = 'top'

/** A team: its name, the one above it, its leader. */
export function TeamDialog({ team, above = null, everybody, onClose }: TeamDialogProps) {
  const { t } = useMessages()
  const id = useId()
  const [name, setName] = useState(team?.name ?? '')
  const [parentId, setParentId] = useState(team === undefined ? above : team.parentId)
  const [leaderId, setLeaderId] = useState(team?.leaderId ?? null)
  const [sent, setSent] = useState(false)
  const { change, create } = usePlaceChanges('team')
  const saving = team === undefined ? create : change
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (name.trim() === '' || saving.isPending) return
    const values = { name: name.trim(), parentId, leaderId }
    if (team === undefined) create.mutate(values, { onSuccess: onClose })
    else change.mutate({ id: team.id, values }, { onSuccess: onClose })
  }
  const taken = team === undefined ? new Set<string>() : withBelow(everybody.teams, team.id)
  const choices = placesOf(everybody).filter((place) => !taken.has(place.team.id))
  const leader = everybody.people.find((one) => one.id === leaderId)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={team === undefined ? t('people.addTeam') : team.name}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={id} variant="primary" busy={saving.isPending}>
            {t('people.save')}
          </Button>
        </>
      }
    >
      <form id={id} className={page.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, saving.error)}</FormProblem>
        <TextInput
          label={t('people.teamName')}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={sent && name.trim() === '' ? t('auth.missing', { field: t('people.teamName') }) : undefined}
        />
        <Select
          label={t('people.parent')}
          searchable
          choices={[
            { value: top, label: t('people.topLevel') },
            ...choices.map((place) => ({
              value: place.team.id,
              label: `${'\u2003'.repeat(place.depth)}${place.team.name}`,
            })),
          ]}
          value={parentId ?? top}
          onChange={(next) => setParentId(next === top ? null : next)}
        />
        <Input.Wrapper id={`${id}leader`} label={t('people.leader')}>
          <RecordPicker
            id={`${id}leader`}
            to="user"
            chosen={leaderId === null ? [] : [{ id: leaderId, label: leader?.name ?? '' }]}
            multiple={false}
            creates={false}
            onChange={([one]) => setLeaderId(one ?? null)}
          />
        </Input.Wrapper>
      </form>
    </Dialog>
  )
}
