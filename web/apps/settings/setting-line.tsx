import type { ReactNode } from 'react'
import classes from './settings-page.module.css'

interface SettingLineProps {
  readonly label: string
  readonly help?: string
  /** Id of the control that the label names. */
  readonly controlId?: string
  readonly children: ReactNode
}

/** One setting: its name and what it does at the left, its control at the right. */
export function SettingLine({ label, help, controlId, children }: SettingLineProps) {
  return (
    <div className={classes.line}>
      <div className={classes.label}>
        {controlId === undefined ? label : <label htmlFor={controlId}>{label}</label>}
        {help !== undefined && <span className={classes.help}>{help}</span>}
      </div>
      {children}
    </div>
  )
}
