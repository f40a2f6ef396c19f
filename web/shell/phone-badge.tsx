import classes from './phone-bar.module.css'

interface PhoneBadgeProps {
  /** 0 shows nothing. */
  readonly count: number
  /** What is counted, for those who do not see the number. */
  readonly words: string
  /** Grey: worth knowing, but nobody waits for it. */
  readonly quiet?: boolean
}

/** The number at the corner of an icon. */
export function PhoneBadge({ count, words, quiet }: PhoneBadgeProps) {
  if (count === 0) return null
  return (
    <span className={classes.badge} data-quiet={quiet}>
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className={classes.spoken}>{words}</span>
    </span>
  )
}
