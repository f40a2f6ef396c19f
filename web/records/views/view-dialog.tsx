import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { ViewDefinition, ViewKind } from '#shared/metadata/view.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { ChoiceCards } from '#web/design/choice-cards.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { KindIcon } from './kind-icon.tsx'
import { boardFields, dateFields, proposedBoard, proposedCalendar } from './proposals.ts'
import { longestName } from './use-view-actions.ts'
import classes from './view-dialog.module.css'

export interface ViewDraft {
  readonly name: string
  readonly shared: boolean
  readonly kind: ViewKind
  readonly definition: Pick<ViewDefinition, 'board' | 'calendar'>
}

interface ViewDialogProps {
  readonly object: CatalogueObject
  readonly title: string
  readonly act: string
  readonly name?: string
  /** Whether kind and fields are asked for: not where what is seen is saved. */
  readonly asksKind: boolean
  readonly asksShared: boolean
  readonly onClose: () => void
  /** @returns why it was refused; undefined where it was not */
  readonly onDone: (draft: ViewDraft) => Promise<string | undefined>
}

/** The name of a view; of a new one also its kind, its fields, and who sees it. */
export function ViewDialog(props: ViewDialogProps) {
  const { object, onClose } = props
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const id = useId()
  const [name, setName] = useState(props.name ?? '')
  const [shared, setShared] = useState(false)
  const [kind, setKind] = useState<ViewKind>('list')
  const [board, setBoard] = useState(() => proposedBoard(object, catalogue))
  const [calendar, setCalendar] = useState(() => proposedCalendar(object))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const kinds: readonly ViewKind[] = [
    'list',
    ...(board === undefined ? [] : (['board'] as const)),
    ...(calendar === undefined ? [] : (['calendar'] as const)),
  ]
  const done = async () => {
    if (name.trim() === '' || busy) return
    setBusy(true)
    const refused = await props.onDone({
      name: name.trim(),
      shared,
      kind,
      definition: {
        ...(kind === 'board' && board !== undefined && { board }),
        ...(kind === 'calendar' && calendar !== undefined && { calendar }),
      },
    })
    setBusy(false)
    if (refused === undefined) onClose()
    else setProblem(refused)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={props.title}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={id}
            busy={busy}
            disabledReason={name.trim() === '' ? t('views.name') : undefined}
          >
            {props.act}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void done()
        }}
      >
        <FormProblem>{problem}</FormProblem>
        <TextInput
          label={t('views.name')}
          placeholder={t('views.namePlaceholder')}
          value={name}
          maxLength={longestName}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {props.asksKind && (
          <ChoiceCards
            label={t('views.kind')}
            value={kind}
            choices={kinds.map((one) => ({
              value: one,
              label: t(`views.kind_${one}`),
              icon: <KindIcon kind={one} />,
            }))}
            onChange={setKind}
          />
        )}
        {kind === 'board' && board !== undefined && (
          <FieldSelect
            label={t('views.boardBy')}
            fields={boardFields(object, catalogue)}
            value={board.by}
            onChange={(by) => setBoard({ ...board, by })}
          />
        )}
        {kind === 'calendar' && calendar !== undefined && (
          <>
            <FieldSelect
              label={t('views.calendarStart')}
              fields={dateFields(object)}
              value={calendar.start}
              onChange={(start) => setCalendar({ start })}
            />
            <FieldSelect
              label={t('views.calendarEnd')}
              none={t('views.noEnd')}
              fields={dateFields(object).filter(
                (field) =>
                  field.name !== calendar.start &&
                  field.type === object.fieldByName.get(calendar.start)?.type,
              )}
              value={calendar.end ?? ''}
              onChange={(end) => setCalendar({ start: calendar.start, ...(end !== '' && { end }) })}
            />
          </>
        )}
        {props.asksShared && (
          <ChoiceCards
            label={t('views.forWhom')}
            value={shared ? 'shared' : 'personal'}
            choices={[
              { value: 'personal', label: t('views.personal') },
              { value: 'shared', label: t('views.shared') },
            ]}
            onChange={(next) => setShared(next === 'shared')}
          />
        )}
      </form>
    </Dialog>
  )
}

interface FieldSelectProps {
  readonly label: string
  readonly fields: ReturnType<typeof dateFields>
  readonly value: string
  /** What none of them is called, where none may be taken. */
  readonly none?: string
  readonly onChange: (name: string) => void
}

function FieldSelect({ label: heading, fields, value, none, onChange }: FieldSelectProps) {
  const { label } = useMessages()
  const choices = fields.map((field) => ({ value: field.name, label: label(field.label) }))
  return (
    <Select
      label={heading}
      choices={none === undefined ? choices : [{ value: '', label: none }, ...choices]}
      value={value}
      onChange={onChange}
    />
  )
}
