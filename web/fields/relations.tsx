import { useRef } from 'react'
import { useNames } from './chosen-names.tsx'
import type { EditorProps, FieldView, ValueProps } from './field-view.ts'
import classes from './fields.module.css'
import { FileButton } from './file/file-button.tsx'
import { FilesEditor } from './file/files-editor.tsx'
import { NoFilter } from './no-filter.tsx'
import { textsOf } from './option.tsx'
import { RecordName } from './record-name.tsx'
import { RecordPicker } from './record-picker.tsx'

/** Two names in a cell, then how many more: each name costs a request. */
const shownInCell = 2

const names = (most: number) =>
  function Names({ field, value }: ValueProps) {
    const ids = textsOf(value)
    return (
      <span className={classes.tags}>
        {ids
          .slice(0, most)
          .map((id) =>
            field.to === 'file' ? (
              <FileButton key={id} id={id} />
            ) : (
              <RecordName key={id} object={field.to ?? ''} id={id} />
            ),
          )}
        {ids.length > most && <span className={classes.more}>+{ids.length - most}</span>}
      </span>
    )
  }

function RecordsEditor(props: EditorProps) {
  const ids = textsOf(props.value)
  const latest = useRef<readonly string[]>(ids)
  const chosen = useNames(props.field.to ?? '', ids)
  return (
    <RecordPicker
      {...props}
      to={props.field.to ?? ''}
      chosen={chosen}
      multiple
      creates
      onChange={(next) => {
        latest.current = next
        props.onChange(next)
      }}
      onDone={() => props.onCommit?.(latest.current)}
    />
  )
}

/** Files are sent, other records are found or filled in. */
const RelationsEditor = (props: EditorProps) =>
  props.field.to === 'file' ? <FilesEditor {...props} /> : <RecordsEditor {...props} />

export const relations: FieldView = {
  Cell: names(shownInCell),
  Display: names(Number.POSITIVE_INFINITY),
  Editor: RelationsEditor,
  FilterInput: NoFilter,
}
