import type { Label } from '#shared/language.ts'
import type { Decimal } from '../decimal.ts'
import type { Type } from '../typed.ts'

/** A value while an expression is evaluated; null is empty, and no text is ''. Lists are never empty: they are null. */
export type Value = string | boolean | Decimal | readonly string[] | Readonly<Record<string, unknown>> | null

/** Who asks, when, and where their clock is. `me` is the id of the asker's user record. */
export interface Moment {
  readonly now: Date
  readonly timeZone: string
  readonly me: string | null
}

/**
 * One function of the language. `parameters` lists what each argument may be (`any` takes everything); the last
 * `optional` ones may be left out. `result` is a type, or the number of the argument whose type it has.
 * The SQL of the same function stands in server/core/expression/functions.ts; a property test holds the two equal.
 */
export interface FunctionDefinition {
  readonly aliases: readonly string[]
  readonly parameters: readonly (readonly Type[] | 'any')[]
  readonly optional?: number
  readonly result: Type | number
  readonly help: Label
  readonly evaluate: (values: readonly Value[], moment: Moment, types: readonly Type[]) => Value
}
