/**
 * Glossary
 * - syntax tree: what was written, with names as they were typed and where each stood.
 * - typed tree (typed.ts): the same after the checker resolved every name against the metadata.
 * - stored form (store.ts): a syntax tree whose names are keys, so that a rename breaks nothing.
 */

/** Offsets into the text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const comparisonOperators = ['=', '!=', '<', '<=', '>', '>='] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export const arithmeticOperators = ['+', '-', '*', '/', '&'] as const
type ArithmeticOperator = (typeof arithmeticOperators)[number]

export type LogicalOperator = 'and' | 'or'
export type BinaryOperator = ComparisonOperator | ArithmeticOperator | LogicalOperator

interface TextNode extends Span {
  readonly kind: 'text'
  readonly value: string
}
/** `value` is a plain decimal, so that nothing is lost to binary fractions. */
interface NumberNode extends Span {
  readonly kind: 'number'
  readonly value: string
}
interface BooleanNode extends Span {
  readonly kind: 'boolean'
  readonly value: boolean
}
interface EmptyNode extends Span {
  readonly kind: 'empty'
}
export interface PathNode extends Span {
  readonly kind: 'path'
  readonly steps: readonly ({ readonly name: string } & Span)[]
  /** Steps are keys, not names: only in the stored form. */
  readonly keyed?: boolean
}
interface UnaryNode extends Span {
  readonly kind: 'unary'
  readonly operator: 'not' | '-'
  readonly operand: SyntaxNode
}
export interface BinaryNode extends Span {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: SyntaxNode
  readonly right: SyntaxNode
}
export interface InNode extends Span {
  readonly kind: 'in'
  readonly operand: SyntaxNode
  readonly items: readonly SyntaxNode[]
}
interface CallNode extends Span {
  readonly kind: 'call'
  readonly name: string
  readonly arguments: readonly SyntaxNode[]
}

export type SyntaxNode =
  | TextNode
  | NumberNode
  | BooleanNode
  | EmptyNode
  | PathNode
  | UnaryNode
  | BinaryNode
  | InNode
  | CallNode

/**
 * Bounds of one expression: characters of text, nesting as it is written, height of the tree (`a and b and …` is as high
 * as it is long), steps of a path, relations followed by all paths together, digits of a number.
 */
export const limits = {
  length: 100_000,
  depth: 60,
  height: 1_000,
  steps: 10,
  relations: 50,
  digits: 60,
} as const
