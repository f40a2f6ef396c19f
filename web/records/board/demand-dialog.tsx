import { useId, useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { fieldViews, isBlank, titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './demand-dialog.module.css'
import type { Question } from './use-move.ts'

interface DemandDialogProps {
  readonly object: CatalogueObject
  readonly question: Question
  readonly onAnswer: (answers: Readonly<Record<string, unknown>>) => void
  readonly onCancel: () => void
}

/** Asks for what a column requires before it takes a card. */
export function DemandDialog({ object, question, onAnswer, onCancel }: DemandDialogProps) {
  const { t, label } = useMessages()
  const { move, fields } = question
  const [answers, setAnswers] = useState(question.answers)
  const [reasons, setReasons] = useState(question.reasons)
  const record = move.cards[0]?.record ?? blankRecord
  const name = titleOf(object, record)
  const explain = (wire: string, reason: string | null) =>
    setReasons(({ [wire]: _old, ...rest }) => (reason === null ? rest : { ...rest, [wire]: reason }))
  const submit = () => {
    const blank = fields.filter(({ wire }) => isBlank(answers[wire] ?? record[wire]))
    if (blank.length > 0) {
      const missing = blank.map((field) => [
        field.wire,
        t('records.mustBeFilled', { field: label(field.label) }),
      ])
      setReasons((old) => ({ ...old, ...Object.fromEntries(missing) }))
    } else if (Object.keys(reasons).length === 0) onAnswer(answers)
  }
  return (
    <Dialog
      opened
      onClose={onCancel}
      title={t('board.asked', { column: move.to.name })}
      footer={
        <>
          <Button keyHint="Esc" onClick={onCancel}>
            {t('board.putBack')}
          </Button>
          <Button variant="primary" onClick={submit}>
            {t('board.moveToColumn', { column: shortened(move.to.name) })}
          </Button>
        </>
      }
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className={classes.why}>{t('board.askedWhy', { name })}</p>
        {fields.map((field, index) => (
          <Demand
            key={field.key}
            object={object}
            field={field}
            record={record}
            value={answers[field.wire] ?? record[field.wire] ?? null}
            reason={reasons[field.wire]}
            autoFocus={index === 0}
            onChange={(value) => {
              setAnswers((old) => ({ ...old, [field.wire]: value }))
              explain(field.wire, null)
            }}
            onRefuse={(reason) => explain(field.wire, reason)}
          />
        ))}
      </form>
    </Dialog>
  )
}

const blankRecord: RecordData = { id: '', version: 0 }

/** A button stays on one line, whatever a column is called. */
const shortened = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name)

interface DemandProps {
  readonly object: CatalogueObject
  readonly field: Field
  readonly record: RecordData
  readonly value: unknown
  readonly reason: string | undefined
  readonly autoFocus: boolean
  readonly onChange: (value: unknown) => void
  readonly onRefuse: (reason: string | null) => void
}

function Demand({ object, field, record, value, reason, autoFocus, onChange, onRefuse }: DemandProps) {
  const { label } = useMessages()
  const id = useId()
  const { Editor } = fieldViews[field.type]
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label(field.label)}
      </label>
      <Editor
        id={id}
        object={object.name}
        field={field}
        record={record}
        value={value}
        autoFocus={autoFocus}
        invalid={reason !== undefined}
        describedBy={`${id}-reason`}
        onChange={onChange}
        onRefuse={onRefuse}
      />
      <span id={`${id}-reason`} className={classes.reason} role={reason === undefined ? undefined : 'alert'}>
        {reason}
      </span>
    </div>
  )
}
