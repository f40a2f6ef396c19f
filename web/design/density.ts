import type { PlainMessageKey } from '#web/messages/catalogue.ts'

export type Density = 'compact' | 'standard' | 'spacious'

interface DensityRow {
  readonly name: Density
  readonly title: Extract<PlainMessageKey, `shell.density${string}`>
  /** Height of a table's row in pixels, as tokens.css has it; phones have their own. */
  readonly row: number
}

export const densities: readonly DensityRow[] = [
  { name: 'compact', title: 'shell.densityCompact', row: 30 },
  { name: 'standard', title: 'shell.densityStandard', row: 36 },
  { name: 'spacious', title: 'shell.densitySpacious', row: 44 },
]
