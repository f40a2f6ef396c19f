import { type KeyboardEvent, useId } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { composing, fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { DoublesNotice } from '../form/doubles-notice.tsx'
import { useFormField } from '../form/form-store.ts'
import { useRecordForm } from '../form/use-record-form.ts'
import classes from './add-card.module.css'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'

interface AddCardProps {
  readonly object: CatalogueObject
  readonly column: BoardColumn
}

const blankRecord = { id: '', version: 0 }

/** A new card at the head of its column: the name and what else must be filled. */
export function AddCard({ object, column }: AddCardProps) {
  const { t } = useMessages()
  const { store, query } = useBoard()
  const { field, parent } = query
  const form = useRecordForm(
    object,
    {
      ...(column.value !== null && { [field.wire]: column.value }),
      ...(parent !== undefined && { [parent.of.own.wire]: parent.id }),
    },
    (made) => store.set({ adding: undefined, active: made.id }),
  )
  const close = () => {
    form.callOff()
    store.set({ adding: undefined })
  }
  const fields = form.fields.required.filter((one) => one !== field)
  const keys = (event: KeyboardEvent) => {
    if (composing(event) || event.defaultPrevented) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) form.submit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      className={classes.add}
      noValidate
      aria-label={t('board.add', { column: column.name })}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {fields.map((one, index) => (
        <AddField key={one.key} object={object} field={one} form={form} autoFocus={index === 0} />
      ))}
      {form.problem !== null && (
        <p className={classes.reason} role="alert">
          {form.problem}
        </p>
      )}
      <DoublesNotice object={object} form={form} />
      <div className={classes.buttons}>
        <Button size="sm" variant="subtle" keyHint="Esc" onClick={close}>
          {t('design.cancel')}
        </Button>
        <Button size="sm" variant="primary" busy={form.saving} keyHint="↵" onClick={form.submit}>
          {t('board.addSave')}
        </Button>
      </div>
    </form>
  )
}

interface AddFieldProps {
  readonly object: CatalogueObject
  readonly field: Field
  readonly form: ReturnType<typeof useRecordForm>
  readonly autoFocus: boolean
}

function AddField({ object, field, form, autoFocus }: AddFieldProps) {
  const { label } = useMessages()
  const id = useId()
  const { Editor } = fieldViews[field.type]
  const { value, reason } = useFormField(form, field.wire)
  return (
    <div>
      <label htmlFor={id}>{label(field.label)}</label>
      <Editor
        id={id}
        object={object.name}
        field={field}
        record={blankRecord}
        value={value}
        autoFocus={autoFocus}
        invalid={reason !== undefined}
        describedBy={`${id}-reason`}
        onChange={(value) => form.change(field, value)}
        onRefuse={(why) => form.refuse(field.wire, why)}
      />
      <span id={`${id}-reason`} className={classes.reason}>
        {reason}
      </span>
    </div>
  )
}
