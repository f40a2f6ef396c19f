import { useId, useState } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { Select } from '#web/design/select.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BulkPanelProps } from './assign-panel.tsx'
import classes from './bulk.module.css'
import { BulkPanel } from './bulk-panel.tsx'

const nobody: RecordData = { id: '', version: 0 }
/** What each record has of its own. */
const ownAlone = new Set(['file', 'autoNumber'])

/** One field of all that is chosen gets one value, or none. */
export function EditPanel({ object, count, writes, onClose }: BulkPanelProps) {
  const { t, label } = useMessages()
  const id = useId()
  const fields = object.fields.filter(
    ({ writable, name, type, unique }) =>
      writable && unique !== true && !ownAlone.has(type) && name !== object.title && name !== 'rank',
  )
  const [name, setName] = useState<string | null>(null)
  const field = fields.find((one) => one.name === name)
  return (
    <BulkPanel title={t('table.editField')} onClose={onClose}>
      <Select
        aria-label={t('table.chooseField')}
        placeholder={t('table.chooseField')}
        searchable
        choices={fields.map((one) => ({ value: one.name, label: label(one.label) }))}
        value={name}
        onChange={setName}
      />
      {field !== undefined && (
        <NewValue
          key={field.key}
          id={id}
          object={object.name}
          field={field}
          onApply={(value) => {
            const message = t('table.editedField', { count, field: label(field.label) })
            writes.setAll({ [field.wire]: value }, {}, message)
            onClose()
          }}
        />
      )}
    </BulkPanel>
  )
}

interface NewValueProps {
  readonly id: string
  readonly object: string
  readonly field: Field
  readonly onApply: (value: unknown) => void
}

function NewValue({ id, object, field, onApply }: NewValueProps) {
  const { t } = useMessages()
  const [value, setValue] = useState<unknown>(null)
  const [reason, setReason] = useState<string | null>(null)
  const { Editor } = fieldViews[field.type]
  const blank = value === null
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason === null && !blank) onApply(value)
      }}
    >
      <Editor
        id={id}
        object={object}
        field={field}
        record={nobody}
        value={value}
        label={t('table.newValue')}
        autoFocus
        invalid={reason !== null}
        describedBy={`${id}-reason`}
        onChange={setValue}
        onRefuse={setReason}
      />
      {reason !== null && (
        <span id={`${id}-reason`} role="alert" className={classes.reason}>
          {reason}
        </span>
      )}
      <div className={classes.acts}>
        {field.required !== true && (
          <Button variant="subtle" onClick={() => onApply(null)}>
            {t('table.emptyIt')}
          </Button>
        )}
        <Button type="submit" variant="primary" disabledReason={blank ? t('table.newValue') : undefined}>
          {t('table.apply')}
        </Button>
      </div>
    </form>
  )
}
