import type { AppError, ErrorParameters } from '#shared/app-error.ts'
import type { Label, Language } from '#shared/language.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'

const address: Label = { 'zh-CN': '地址', 'zh-TW': '地址', en: 'Address' }

/**
 * What a refusal of `compile` names, by the labels that a person reads: a program is told API names, somebody who filters a
 * list has never seen them.
 */
export function inLabels(
  { code, parameters }: AppError,
  catalogue: Catalogue,
  language: Language,
): ErrorParameters {
  if (code !== 'expression_unknown_field' && code !== 'expression_unknown_option') return parameters
  const object = catalogue.objects.find(({ name }) => name === parameters.object)
  if (object === undefined) return { ...parameters, object: address[language] }
  const field = (name: unknown) => object.fields.find((one) => one.name === name)
  const options = field(parameters.field)?.options
  const suggested =
    options === undefined
      ? field(parameters.suggestion)
      : options.find(({ value }) => value === parameters.suggestion)
  return {
    ...parameters,
    object: object.label[language],
    ...(options !== undefined && { field: field(parameters.field)?.label[language] ?? '' }),
    ...(suggested !== undefined && { suggestion: suggested.label[language] }),
  }
}
