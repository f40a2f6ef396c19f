import { type Language, languages } from '#shared/language.ts'
import { nearest } from '#shared/nearest.ts'
import { foldText } from './characters.ts'
import type { FieldSettings, Refusal } from './field-type.ts'

type Options = NonNullable<FieldSettings['options']>

interface OptionIndex {
  readonly values: ReadonlySet<string>
  readonly labels: Partial<Record<Language, ReadonlyMap<string, string>>>
  /** Folded label or value → value; the language's own labels come first, then values, then other labels. */
  readonly words: Partial<Record<Language, ReadonlyMap<string, string>>>
}

const noOptions: Options = []
// Made once per list of options: definitions are immutable, and batches ask for every row.
const indexes = new WeakMap<Options, OptionIndex>()

function indexOf(field: FieldSettings): OptionIndex {
  const options = field.options ?? noOptions
  let index = indexes.get(options)
  if (index === undefined) {
    index = { values: new Set(options.map((option) => option.value)), labels: {}, words: {} }
    indexes.set(options, index)
  }
  return index
}

export const isOption = (field: FieldSettings, value: string): boolean => indexOf(field).values.has(value)

/** The option that a person means by a value or a label in any language; undefined where it is none. */
export function readOption(field: FieldSettings, text: string, language: Language): string | undefined {
  const index = indexOf(field)
  let words = index.words[language]
  if (words === undefined) {
    words = wordsOf(field.options ?? noOptions, language)
    index.words[language] = words
  }
  return words.get(foldText(text))
}

function wordsOf(options: Options, language: Language): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (word: string | undefined, value: string) => {
    const folded = foldText(word ?? '')
    if (folded !== '' && !words.has(folded)) words.set(folded, value)
  }
  for (const { label, value } of options) add(label[language], value)
  for (const { value } of options) add(value, value)
  for (const other of languages) for (const { label, value } of options) add(label[other], value)
  return words
}

/** Label of an option; the value itself where it has none. */
export function optionLabel(field: FieldSettings, value: string, language: Language): string {
  const index = indexOf(field)
  let labels = index.labels[language]
  if (labels === undefined) {
    labels = new Map(
      (field.options ?? noOptions).map((option) => [option.value, option.label[language] ?? '']),
    )
    index.labels[language] = labels
  }
  return labels.get(value) || value
}

/** Why a value is no option, with the nearest one: a value on the wire, a label where a person wrote. */
export function unknownOption(
  field: FieldSettings,
  value: string,
  language?: Language,
  path?: string,
): Refusal {
  const options = field.options ?? noOptions
  const candidates = options.map((option) =>
    language === undefined ? option.value : (option.label[language] ?? option.value),
  )
  const shown = value.length > 80 ? `${value.slice(0, 80).toWellFormed()}…` : value
  return {
    code: 'unknown_option',
    parameters: { value: shown, suggestion: value.length > 80 ? '' : nearest(value, candidates) },
    ...(path !== undefined && { path }),
  }
}
