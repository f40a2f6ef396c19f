import type { Color } from '#shared/metadata/definition.ts'

/** The colour of an option as a dot or a bar: strong enough to be seen when it is small. */
export const dotColor: Readonly<Record<Color, string>> = {
  grey: 'var(--control)',
  red: 'var(--red-dot)',
  orange: 'var(--amber-dot)',
  amber: 'var(--amber-dot)',
  green: 'var(--green-dot)',
  teal: 'var(--green-dot)',
  blue: 'var(--blue-dot)',
  purple: 'var(--tag-purple-ink)',
  pink: 'var(--tag-pink-ink)',
}
