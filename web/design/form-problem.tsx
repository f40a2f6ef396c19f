import { IconAlertCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import classes from './form.module.css'

/** What the server said of a form as a whole; read out as soon as it appears, and brought into view. */
export function FormProblem({ children }: { children: string | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (children !== undefined) place.current?.scrollIntoView({ block: 'nearest' })
  }, [children])
  return (
    <div ref={place} role="alert" className={classes.alert}>
      {children !== undefined && (
        <p className={classes.problem}>
          <IconAlertCircle aria-hidden />
          {children}
        </p>
      )}
    </div>
  )
}
