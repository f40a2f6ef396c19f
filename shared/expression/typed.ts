import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { FunctionName } from './functions/index.ts'
import type { ComparisonOperator, LogicalOperator, Span } from './syntax.ts'

/**
 * What a value is. `number` covers money and percent, `list` is a list of texts, `ids` of record ids;
 * `record` is a relation's other side; `empty` is the literal that fits everywhere.
 */
export type Type =
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'id'
  | 'list'
  | 'ids'
  | 'record'
  | 'address'
  | 'anyRecord'
  | 'json'
  | 'empty'

/** One field on the way from the record that an expression is about. */
export interface Step {
  readonly object: CatalogueObject
  readonly field: Field
}

/** How two values are held against each other; `day`: a dateTime on the left by its date in the asker's time zone. */
export type Comparison = 'text' | 'number' | 'boolean' | 'date' | 'dateTime' | 'day' | 'id'

interface Typed<T extends Type = Type> extends Span {
  readonly type: T
}

/** Numbers are plain decimals, dates `YYYY-MM-DD`, dateTimes as `writtenMoment()` gives them. */
export interface LiteralNode extends Typed {
  readonly kind: 'literal'
  readonly value: string | boolean | null
}
/** `steps` empty: the record itself, by its id. `member`: a part of an address. */
export interface FieldNode extends Typed {
  readonly kind: 'field'
  readonly steps: readonly Step[]
  readonly member?: string
}
interface NotNode extends Typed<'boolean'> {
  readonly kind: 'not'
  readonly operand: TypedNode
}
interface LogicalNode extends Typed<'boolean'> {
  readonly kind: 'logical'
  readonly operator: LogicalOperator
  readonly left: TypedNode
  readonly right: TypedNode
}
export interface CompareNode extends Typed<'boolean'> {
  readonly kind: 'compare'
  readonly operator: ComparisonOperator
  readonly by: Comparison
  readonly left: TypedNode
  readonly right: TypedNode
}
/** One of the items equals the operand, or, where that is a list, is among its members. */
export interface MembershipNode extends Typed<'boolean'> {
  readonly kind: 'membership'
  readonly by: Comparison | 'list' | 'ids'
  readonly operand: TypedNode
  readonly items: readonly TypedNode[]
}
interface ArithmeticNode extends Typed<'number' | 'date' | 'dateTime'> {
  readonly kind: 'arithmetic'
  readonly operator: '+' | '-' | '*' | '/'
  /** `days`: date or dateTime plus or minus a number; `span`: date minus date. */
  readonly on: 'numbers' | 'days' | 'span'
  readonly left: TypedNode
  readonly right: TypedNode
}
interface ConcatenationNode extends Typed<'text'> {
  readonly kind: 'concatenation'
  readonly left: TypedNode
  readonly right: TypedNode
}
export interface FunctionNode extends Typed {
  readonly kind: 'function'
  readonly name: FunctionName
  readonly arguments: readonly TypedNode[]
}

export type TypedNode =
  | LiteralNode
  | FieldNode
  | NotNode
  | LogicalNode
  | CompareNode
  | MembershipNode
  | ArithmeticNode
  | ConcatenationNode
  | FunctionNode
