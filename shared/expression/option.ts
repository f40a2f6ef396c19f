import { AppError } from '#shared/app-error.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { fold } from './fold.ts'
import type { TypedNode } from './typed.ts'

/** The option that a text means: by its value, or by its label in any language. */
export function optionOf(field: Field, written: string): string | undefined {
  const wanted = fold(written)
  const option =
    field.options?.find(({ value }) => value === written) ??
    field.options?.find(
      ({ value, label }) =>
        fold(value) === wanted || Object.values(label).some((text) => fold(text) === wanted),
    )
  return option?.value
}

/** A literal held against a field with options becomes the option's value, whether written so or by a label. */
export function withOption(node: TypedNode, other: TypedNode): TypedNode {
  if (node.kind !== 'literal' || other.kind !== 'field' || other.member !== undefined) return node
  const step = other.steps.at(-1)
  if (step?.field.options === undefined) return node
  const { object, field } = step
  const written = String(node.value)
  const value = optionOf(field, written)
  if (value === undefined) {
    const words = step.field.options.flatMap(({ value: name, label }) => [name, ...Object.values(label)])
    throw new AppError('expression_unknown_option', {
      column: node.start + 1,
      object: object.name,
      field: field.name,
      value: written,
      suggestion: nearest(written, words),
    })
  }
  return { ...node, value }
}
