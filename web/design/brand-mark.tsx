import classes from './brand-mark.module.css'

/** The mark of Kith: a K on a dark ground, reversed in the dark theme. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg className={classes.mark} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect className={classes.ground} width="24" height="24" rx="6" />
      <path className={classes.letter} d="M8.4 6.5v11M15.8 6.5l-7.2 6.2M11.2 10.6l5 6.9" />
    </svg>
  )
}
