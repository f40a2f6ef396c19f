import classes from './avatar.module.css'
import { hueOf } from './hue.ts'
import { initialsOf } from './initials.ts'

interface AvatarProps {
  readonly id: string
  readonly name: string
  /** Edge in pixels; 20 in rows, 24 in bars. */
  readonly size?: number
  /** People are round, companies square. */
  readonly shape?: 'round' | 'square'
}

/** Stands for a person or a record beside the name; never alone. */
export function Avatar({ id, name, size = 20, shape = 'round' }: AvatarProps) {
  const hue = hueOf(id)
  return (
    <span
      className={classes.avatar}
      data-shape={shape}
      aria-hidden
      style={{
        width: size,
        height: size,
        fontSize: Math.round(size * 0.46),
        background: `var(--tag-${hue})`,
        color: `var(--tag-${hue}-ink)`,
      }}
    >
      {initialsOf(name, shape === 'round' ? 'person' : 'company')}
    </span>
  )
}
