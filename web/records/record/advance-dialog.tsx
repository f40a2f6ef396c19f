import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './advance-dialog.module.css'
import type { Asked } from './use-advance.ts'

interface AdvanceDialogProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly asked: Asked
  readonly onAdvance: (values: Readonly<Record<string, unknown>>) => void
  readonly onClose: () => void
}

/** What a step wants to know before it is taken. */
export function AdvanceDialog({ object, record, asked, onAdvance, onClose }: AdvanceDialogProps) {
  const { t, label } = useMessages()
  const id = useId()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({})
  const missing = asked.fields.some((field) => isBlank(values[field.wire] ?? record[field.wire]))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('activity.advanceAsks', { stage: asked.step.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button
            variant="primary"
            disabledReason={missing ? t('activity.advanceAsks', { stage: asked.step.name }) : undefined}
            onClick={() => onAdvance(values)}
          >
            {t('activity.advance')}
          </Button>
        </>
      }
    >
      {asked.fields.map((field, index) => {
        const { Editor } = fieldViews[field.type]
        return (
          <div key={field.key} className={classes.field}>
            <label htmlFor={`${id}-${field.key}`}>{label(field.label)}</label>
            <Editor
              id={`${id}-${field.key}`}
              object={object.name}
              field={field}
              record={record}
              value={values[field.wire] ?? record[field.wire] ?? null}
              label={label(field.label)}
              autoFocus={index === 0}
              describedBy={`${id}-${field.key}-why`}
              onChange={(value) => setValues((old) => ({ ...old, [field.wire]: value }))}
            />
            <span id={`${id}-${field.key}-why`} className={classes.why}>
              {asked.reasons[field.wire]}
            </span>
          </div>
        )
      })}
    </Dialog>
  )
}
