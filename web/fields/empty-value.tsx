import classes from './fields.module.css'

/** What stands in a cell that holds nothing: seen, and not read aloud row after row. */
export function EmptyValue() {
  return (
    <span className={classes.empty} aria-hidden>
      —
    </span>
  )
}
