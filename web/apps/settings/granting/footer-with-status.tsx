import type { ReactNode } from 'react'
import classes from './footer-with-status.module.css'

/** The buttons of a dialog, and before them what saving would mean now. */
export function FooterWithStatus({ status, children }: { status: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.foot}>
      <span className={classes.status} role="status">
        {status}
      </span>
      {children}
    </div>
  )
}
