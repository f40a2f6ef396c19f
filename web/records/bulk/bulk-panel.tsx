import type { ReactNode } from 'react'
import { composing } from '#web/fields/index.ts'
import { PickerSide } from '#web/fields/picker-side.ts'
import classes from './bulk.module.css'

/** What one act asks for, above the bar. Esc closes it and leaves what is chosen. */
export function BulkPanel(props: { title: string; onClose: () => void; children: ReactNode }) {
  return (
    <div
      className={classes.panel}
      role="dialog"
      aria-label={props.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || composing(event)) return
        event.preventDefault()
        event.stopPropagation()
        props.onClose()
      }}
    >
      <h2 className={classes.title}>{props.title}</h2>
      {/* It stands at the foot of the page, and its buttons beneath what is chosen. */}
      <PickerSide value="top-start">{props.children}</PickerSide>
    </div>
  )
}
