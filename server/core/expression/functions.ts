import { dateUnits } from '#shared/expression/functions/date.ts'
import type { FunctionName } from '#shared/expression/functions/index.ts'
import { whiteSpace } from '#shared/expression/functions/text.ts'
import type { FunctionNode, TypedNode } from '#shared/expression/typed.ts'
import { gramsOf } from './grams.ts'
import { joinPath, linkExists, quoted, type Scope } from './scope.ts'

interface Compilers {
  readonly value: (node: TypedNode, scope: Scope) => string
  readonly condition: (node: TypedNode, scope: Scope) => string
}

/**
 * A function's SQL from the SQL of its arguments; `nodes` are the arguments themselves. Each argument stands in it once:
 * what stood there twice would double with every nesting.
 */
type Template = (
  sql: readonly string[],
  nodes: readonly TypedNode[],
  scope: Scope,
  compilers: Compilers,
) => string

const call =
  (name: string): Template =>
  (sql) =>
    `${name}(${sql.join(', ')})`
const engine =
  (name: string): Template =>
  (sql, _, scope) =>
    `${scope.schema}.${name}(${sql.join(', ')})`
const part =
  (name: string): Template =>
  ([date]) =>
    `extract(${name} from ${date})::numeric`
/** Characters to take, bounded so that no number is out of range; negative ones mean none. */
const count = (sql: string, scope: Scope): string => `${scope.schema}._clamp(${sql}, 0, 1000000)`

const matching =
  (test: (text: string, part: string) => string): Template =>
  ([text, part], nodes, scope) => {
    const exact = test(`lower(${text})`, `lower(${part})`)
    const prefilter = gramsCondition(nodes, scope)
    return prefilter === undefined ? exact : `(${prefilter} and ${exact})`
  }

const contains: Template = (sql, nodes, scope) => {
  const [whole] = sql
  const [first, second] = [nodes[0]!, nodes[1]!]
  switch (first.type) {
    case 'list':
      return `${whole} @> array[${sql[1]}]`
    case 'ids':
      return first.kind === 'field' ? linkExists(first, `= ${sql[1]}`, scope) : `${sql[1]} = any(${whole})`
    case 'anyRecord': {
      const multiple = first.kind === 'field' && first.steps.at(-1)?.field.multiple === true
      const id = second.kind === 'literal' ? JSON.stringify({ id: second.value }) : undefined
      if (id !== undefined) return `${whole} @> ${scope.parameters.add(multiple ? `[${id}]` : id, 'jsonb')}`
      const built = `jsonb_build_object('id', ${sql[1]})`
      return `${whole} @> ${multiple ? `jsonb_build_array(${built})` : built}`
    }
    default:
      return matching((text, piece) => `strpos(${text}, ${piece}) > 0`)(sql, nodes, scope, compilersOfText)
  }
}

// `matching` compiles nothing further.
const compilersOfText: Compilers = { value: () => '', condition: () => '' }

const templates: Readonly<Record<FunctionName, Template>> = {
  if: (_, [condition, yes, no], scope, { value, condition: truth }) =>
    `case when ${truth(condition!, scope)} then ${value(yes!, scope)} else ${value(no!, scope)} end`,
  isBlank: ([sql], [node]) =>
    node!.type === 'list' ? `coalesce(cardinality(${sql}), 0) = 0` : `${sql} is null`,
  ifBlank: call('coalesce'),
  me: (_, __, scope) => scope.parameters.add(scope.me, 'uuid'),
  contains,
  startsWith: matching((text, part) => `starts_with(${text}, ${part})`),
  endsWith: matching((text, part) => `starts_with(reverse(${text}), reverse(${part}))`),
  lower: call('lower'),
  upper: call('upper'),
  trim: ([text], _, scope) => `nullif(btrim(${text}, ${scope.parameters.add(whiteSpace, 'text')}), '')`,
  length: ([text]) => `length(${text})::numeric`,
  left: ([text, number], _, scope) => `nullif(left(${text}, ${count(number!, scope)}), '')`,
  right: ([text, number], _, scope) => `nullif(right(${text}, ${count(number!, scope)}), '')`,
  replace: ([text, from, to]) => `nullif(replace(${text}, coalesce(${from}, ''), coalesce(${to}, '')), '')`,
  abs: call('abs'),
  round: ([value, digits], _, scope) =>
    digits === undefined ? `round(${value})` : `round(${value}, ${scope.schema}._clamp(${digits}, -15, 15))`,
  floor: call('floor'),
  ceiling: call('ceil'),
  min: engine('_least'),
  max: engine('_greatest'),
  mod: ([a, b]) => `mod(${a}, nullif(${b}, 0))`,
  today: (_, __, scope) => `(now() at time zone ${scope.parameters.add(scope.timeZone, 'text')})::date`,
  now: () => 'now()',
  date: ([value], [node], scope) =>
    node!.type === 'dateTime'
      ? `${scope.schema}._in_range((${value} at time zone ${scope.parameters.add(scope.timeZone, 'text')})::date)`
      : value!,
  year: part('year'),
  quarter: part('quarter'),
  month: part('month'),
  day: part('day'),
  weekday: part('isodow'),
  addMonths: engine('_add_months'),
  startOf: (sql, [, unit], scope) =>
    // A unit that is written out needs no check for each row, and its groups can be indexed.
    unit?.kind === 'literal' && dateUnits.some((known) => known === unit.value)
      ? `date_trunc('${unit.value}', (${sql[0]})::timestamp)::date`
      : `${scope.schema}._start_of(${sql[0]}, ${sql[1]})`,
}

export function functionSql(node: FunctionNode, scope: Scope, compilers: Compilers): string {
  const template = templates[node.name]
  const sql = lazily(node.arguments, (argument) => compilers.value(argument, scope))
  return `(${template(sql, node.arguments, scope, compilers)})`
}

/** SQL of each argument when it is first read: compiling one that a template leaves out would leave a parameter without use. */
function lazily(nodes: readonly TypedNode[], compile: (node: TypedNode) => string): readonly string[] {
  const sql: string[] = []
  for (const [index, node] of nodes.entries()) {
    let compiled: string | undefined
    Object.defineProperty(sql, index, { enumerable: true, get: () => (compiled ??= compile(node)) })
  }
  return sql
}

/** What an index of grams can answer of a text match: a superset of the rows, found at once. */
function gramsCondition(nodes: readonly TypedNode[], scope: Scope): string | undefined {
  const [whole, part] = [nodes[0]!, nodes[1]!]
  const step = whole.kind === 'field' && whole.member === undefined ? whole.steps.at(-1) : undefined
  if (whole.kind !== 'field' || step === undefined || part.kind !== 'literal' || part.value === null)
    return undefined
  const grams = gramsOf(String(part.value))
  if (grams.length === 0 || !scope.hasGrams(step.object, step.field)) return undefined
  const alias = joinPath(scope, whole.steps.slice(0, -1))
  // The title is part of _search, whose index every object has.
  const column = step.field.key === step.object.titleField.key ? '_search' : step.field.column
  return `${scope.schema}._grams(${alias}.${quoted(column)}) @> ${scope.parameters.add(grams, 'text[]')}`
}
