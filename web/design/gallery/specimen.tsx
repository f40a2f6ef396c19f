import type { ReactNode } from 'react'
import classes from './gallery.module.css'

interface SpecimenProps {
  /** Name of the component in code. */
  readonly title: string
  readonly column?: boolean
  readonly flush?: boolean
  readonly children: ReactNode
}

/** One primitive on its card. */
export function Specimen({ title, column = false, flush = false, children }: SpecimenProps) {
  return (
    <section className={classes.specimen}>
      <h2 className={classes.name}>{title}</h2>
      <div className={classes.stage} data-column={column || undefined} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  )
}
