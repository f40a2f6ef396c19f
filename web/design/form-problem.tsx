import { IconAlertCircle } from '@tabler/icons-react'
import classes from './form.module.css'

/** What the server said of a form as a whole; read out as soon as it appears. */
export function FormProblem({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className={classes.alert}>
      {children !== undefined && (
        <p className={classes.problem}>
          <IconAlertCircle aria-hidden />
          {children}
        </p>
      )}
    </div>
  )
}
