import type { Color } from '#shared/metadata/definition.ts'

/** The bar of a column, in the colour of the dot beside its name. */
export const columnColor: Readonly<Record<Color, string>> = {
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
