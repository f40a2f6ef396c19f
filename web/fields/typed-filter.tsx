import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import type { EditorProps, FilterInputProps } from './field-view.ts'
import classes from './fields.module.css'

/** A filter value typed in the editor of the type itself, with what it was refused for beneath. */
export const typedFilter = (Editor: (props: EditorProps) => ReactNode) =>
  function TypedFilter({ field, value, onChange, onDone, label, autoFocus }: FilterInputProps) {
    const id = useId()
    const [reason, setReason] = useState<string | null>(null)
    return (
      <span>
        <Editor
          id={id}
          field={field}
          object=""
          record={noRecord}
          value={value ?? null}
          label={label}
          onChange={onChange}
          onRefuse={setReason}
          onCommit={() => onDone?.()}
          invalid={reason !== null}
          describedBy={`${id}-reason`}
          autoFocus={autoFocus ?? false}
        />
        {reason !== null && (
          <span id={`${id}-reason`} className={classes.reason}>
            {reason}
          </span>
        )}
      </span>
    )
  }

const noRecord = { id: '', version: 0 }
