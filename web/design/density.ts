import type { PlainMessageKey } from '#web/messages/catalogue.ts'

export type Density = 'compact' | 'standard' | 'spacious'

interface DensityRow {
  readonly name: Density
  readonly title: Extract<PlainMessageKey, `shell.density${string}`>
  /** Height of a table's row in pixels, as tokens.css has it; phones have their own. */
  readonly row: number
  /** Height of the names above its columns, likewise. */
  readonly head: number
}

export const densities: readonly DensityRow[] = [
  { name: 'compact', title: 'shell.densityCompact', row: 30, head: 28 },
  { name: 'standard', title: 'shell.densityStandard', row: 36, head: 32 },
  { name: 'spacious', title: 'shell.densitySpacious', row: 44, head: 36 },
]
