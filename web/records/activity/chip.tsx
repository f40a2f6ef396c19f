import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './chip.module.css'

interface ChipProps {
  readonly icon?: Icon
  readonly pressed: boolean
  readonly onClick: () => void
  readonly children: string
  /** In grey behind the words: the date that they mean. */
  readonly detail?: string | undefined
  readonly picture?: ReactNode
}

/** A choice that is made by one touch and taken back by another. */
export function Chip({ icon: Shape, pressed, onClick, children, detail, picture }: ChipProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={pressed}
      onClick={onClick}
      // The text keeps the focus: on a phone the keyboard would close and open again.
      onPointerDown={(event) => event.preventDefault()}
    >
      {Shape && <Shape aria-hidden />}
      {picture}
      <span className={classes.words}>{children}</span>
      {detail !== undefined && <small>{detail}</small>}
    </button>
  )
}

/** Chips in a row, named by a word in front. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row that wraps
    <div className={classes.row} role="group" aria-label={label}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
