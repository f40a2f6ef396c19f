import type { Color } from '#shared/metadata/definition.ts'
import type { RecordData } from '#web/data/index.ts'

/** Hues of steps that have none of their own, from the first on. */
export const stepHues: readonly Color[] = ['grey', 'blue', 'purple', 'amber', 'teal', 'pink', 'orange']
const hueOfEnd: Readonly<Record<string, Color>> = { won: 'green', lost: 'red' }

/** The colour of a step by how it ends; undefined for one that leads on. */
export const endColor = (outcome: unknown): Color | undefined =>
  typeof outcome === 'string' ? hueOfEnd[outcome] : undefined

/** The colour of a record that is a step towards an outcome, as a stage is: what a board gives its column. Undefined for any other. */
export function stepColor(step: RecordData): Color | undefined {
  if (typeof step.outcome !== 'string') return undefined
  const place = typeof step.position === 'number' ? step.position - 1 : 0
  return endColor(step.outcome) ?? stepHues[Math.max(0, place) % stepHues.length]
}
