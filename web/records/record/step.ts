import type { Label } from '#shared/language.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'

type Outcome = 'open' | 'won' | 'lost'

/** A step of a path: a stage of a pipeline, or a choice of a state. */
export interface Step {
  /** The wire value that stands for it. */
  readonly value: string
  readonly name: string
  readonly outcome: Outcome
}

/** The field that says how far a record has come, by a stage; undefined where it has none. */
export const stageField = (object: CatalogueObject): Field | undefined =>
  object.fields.find((field) => field.type === 'relation' && field.to === 'stage')

export const statusField = (object: CatalogueObject): Field | undefined =>
  object.fields.find((field) => field.name === 'status' && field.type === 'select' && field.writable)

const outcomes: ReadonlySet<unknown> = new Set(['open', 'won', 'lost'])
const isOutcome = (value: unknown): value is Outcome => outcomes.has(value)

export const stepsOfStages = (stages: readonly RecordData[]): readonly Step[] =>
  stages.map(({ id, name, outcome }) => ({
    value: id,
    name: String(name),
    outcome: isOutcome(outcome) ? outcome : 'open',
  }))

/** The choices of a state in their order. A grey or red one that is not the first means that it went no further. */
export const stepsOfChoices = (field: Field, label: (label: Label) => string): readonly Step[] =>
  (field.options ?? []).map(({ value, label: name, color }, index) => ({
    value,
    name: label(name),
    outcome: index > 0 && (color === 'grey' || color === 'red') ? 'lost' : 'open',
  }))

/** The next step on the way: not one at which the record would be lost. */
export function nextStep(steps: readonly Step[], current: string | undefined): Step | undefined {
  const index = steps.findIndex(({ value }) => value === current)
  if (index >= 0 && steps[index]?.outcome !== 'open') return undefined
  return steps.slice(index + 1).find(({ outcome }) => outcome !== 'lost')
}
