import { useMessages } from '#web/messages/use-messages.ts'
import type { EditorProps, FieldView } from './field-view.ts'
import classes from './fields.module.css'
import { PlainCell, PlainDisplay, TextFilter } from './one-line.tsx'

/** The server numbers the record: there is nothing to type. */
function GivenNumber({ value, id, label }: EditorProps) {
  const { t } = useMessages()
  return (
    <output id={id} aria-label={label} className={classes.readOnly}>
      {value === null || value === undefined ? t('fields.numberedOnSave') : String(value)}
    </output>
  )
}

export const autoNumber: FieldView = {
  Cell: PlainCell,
  Display: PlainDisplay,
  Editor: GivenNumber,
  FilterInput: TextFilter,
}
