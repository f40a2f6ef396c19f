import { conditionSql } from '#server/core/expression/compile.ts'
import type { Scope } from '#server/core/expression/scope.ts'
import { check, parse, print, type SyntaxNode } from '#shared/expression/index.ts'
import type { Type } from '#shared/expression/typed.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { Output } from './output.ts'

const fieldTypeOf: Partial<Record<Type, FieldTypeName>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'dateTime',
  // The one field type whose value is an id that cannot be dotted into.
  id: 'file',
}

/**
 * SQL of a condition on results, `a` being their row. Results are named as they are in the answer, `sum(amount)` included.
 * @throws AppError of the expression language
 */
export function havingSql(text: string, outputs: readonly Output[], scope: Scope): string {
  const object = resultObject(outputs, scope.object)
  const names = new Map(outputs.map(({ name }, index) => [normal(name), columnOf(index)]))
  const tree = check(renamed(parse(text), names), scope.catalogue, object, 'boolean')
  return conditionSql(tree, { ...scope, object, alias: 'a', ownCurrency: true, hasGrams: () => false })
}

export const columnOf = (index: number): string => `o${index}`

/** One spelling for names that are expressions. */
function normal(name: string): string {
  try {
    return print(parse(name))
  } catch {
    return name
  }
}

function renamed(node: SyntaxNode, names: ReadonlyMap<string, string>): SyntaxNode {
  const name = names.get(print(node))
  if (name !== undefined) {
    const { start, end } = node
    return { kind: 'path', steps: [{ name, start, end }], start, end }
  }
  switch (node.kind) {
    case 'unary':
      return { ...node, operand: renamed(node.operand, names) }
    case 'binary':
      return { ...node, left: renamed(node.left, names), right: renamed(node.right, names) }
    case 'in':
      return { ...node, operand: renamed(node.operand, names) }
    case 'call':
      return { ...node, arguments: node.arguments.map((argument) => renamed(argument, names)) }
    default:
      return node
  }
}

/** The results as an object of their own, so that the checker and the compiler know them. */
function resultObject(outputs: readonly Output[], base: CatalogueObject): CatalogueObject {
  const fields = outputs.map((output, index): Field => {
    const column = columnOf(index)
    return {
      name: column,
      key: column,
      column,
      wire: column,
      type: fieldTypeOf[output.type] ?? 'json',
      label: sameInAllLanguages(output.name),
      origin: 'custom',
      system: false,
      writable: false,
    }
  })
  const byName = new Map(fields.map((field) => [field.name, field]))
  return { ...base, fields, fieldByName: byName, fieldByWire: byName, fieldByKey: byName }
}
