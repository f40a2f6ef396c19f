import { AppError } from '#shared/app-error.ts'
import type { FieldNode, TypedNode } from './typed.ts'
import { childrenOf, fieldsOf } from './walk.ts'

const encryptedOf = (node: TypedNode): FieldNode | undefined =>
  node.kind === 'field' && node.steps.some(({ field }) => field.encrypted === true) ? node : undefined

const isLiteral = ({ kind }: TypedNode): boolean => kind === 'literal'

/** Whether it asks of an encrypted field what can be told of it: which values it equals, and whether it is empty. */
function isAnswerable(node: TypedNode): boolean {
  switch (node.kind) {
    case 'compare':
      return (
        encryptedOf(node.left)?.member === undefined &&
        (node.operator === '=' || node.operator === '!=') &&
        node.by !== 'day' &&
        isLiteral(node.right)
      )
    case 'membership':
      return (
        encryptedOf(node.operand)?.member === undefined && node.by !== 'day' && node.items.every(isLiteral)
      )
    case 'function':
      return (
        node.name === 'isBlank' &&
        node.arguments.every((argument) => encryptedOf(argument)?.member === undefined)
      )
    default:
      return false
  }
}

/** Of encrypted fields the database holds nothing that sorts, adds up or contains. @throws AppError `field_encrypted` */
export function checkEncrypted(node: TypedNode): void {
  const own = encryptedOf(node)
  if (own !== undefined) throw refusal(own)
  const answered = isAnswerable(node)
  for (const child of childrenOf(node))
    if (!answered || encryptedOf(child) === undefined) checkEncrypted(child)
}

/**
 * An expression that is kept names no encrypted field: values of it would stand readable in the database.
 * @throws AppError `encrypted_value_kept`
 */
export function checkKept(node: TypedNode): void {
  const field = encryptedIn(node)
  if (field !== undefined) throw refusal(field, 'encrypted_value_kept')
}

/** Whether its text may hold values of an encrypted field. */
export const namesEncrypted = (node: TypedNode): boolean => encryptedIn(node) !== undefined

const encryptedIn = (node: TypedNode): FieldNode | undefined =>
  fieldsOf(node).find((field) => encryptedOf(field) !== undefined)

function refusal(
  { steps, start }: FieldNode,
  code: 'field_encrypted' | 'encrypted_value_kept' = 'field_encrypted',
): AppError {
  const name = steps.find(({ field }) => field.encrypted === true)!.field.name
  return new AppError(code, { column: start + 1, name })
}
