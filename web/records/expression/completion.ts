import { fold } from '#shared/expression/fold.ts'
import { functions, quote } from '#shared/expression/index.ts'
import { isBare } from '#shared/expression/tokens.ts'
import type { FieldNode } from '#shared/expression/typed.ts'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Language } from '#shared/language.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { operatorWords } from './operators.ts'
import type { Place } from './place.ts'
import type { Ground } from './problem.ts'

/** One thing that could be written where the caret stands. */
export interface Completion {
  readonly kind: 'field' | 'function' | 'option' | 'operator' | 'record'
  readonly label: string
  /** API name, signature, or what it means. */
  readonly detail: string
  /** Stands in place of what was typed. */
  readonly insert: string
  /** Of a field. */
  readonly type?: FieldTypeName
  /** How many characters before its end the caret goes to: between the parentheses of a function. */
  readonly back?: number
}

const most = 60

/** What could be written at a place, the best first; records of a relation are added by who can ask for them. */
export function completionsAt(place: Place, ground: Ground, language: Language): readonly Completion[] {
  switch (place.kind) {
    case 'text':
      return ranked(optionsOf(place.against, language, place), place.typed)
    case 'member':
      return ranked(fieldsOf(place.of, place.typed, language), place.typed)
    case 'operator':
      return ranked(operatorWords(place.after, language), place.typed)
    case 'operand':
      return ranked(
        [
          ...optionsOf(place.against, language, place),
          ...fieldsOf(ground.object, place.typed, language),
          ...functionsOf(place.typed, language),
        ],
        place.typed,
      )
  }
}

const words = (one: Completion): readonly string[] => [one.label, one.detail, one.insert].map(fold)

/** Those that begin with what was typed, then those that have it inside; all where nothing was. */
function ranked(all: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = fold(typed)
  if (wanted === '') return all.slice(0, most)
  const begins = all.filter((one) => words(one).some((word) => word.replace(/^["[]/, '').startsWith(wanted)))
  const has = all.filter((one) => !begins.includes(one) && words(one).some((word) => word.includes(wanted)))
  const found = [...begins, ...has].slice(0, most)
  // What is written in full needs no list.
  return found.length === 1 && found[0]?.insert === typed ? [] : found
}

/** By label where people type in their language; by API name where they type that. */
function fieldsOf(object: CatalogueObject, typed: string, language: Language): readonly Completion[] {
  const labels = new Map<string, number>()
  for (const { label } of object.fields) labels.set(label[language], (labels.get(label[language]) ?? 0) + 1)
  const wanted = fold(typed)
  return object.fields.map((field) => {
    const label = field.label[language]
    const byName = wanted !== '' && !fold(label).includes(wanted)
    const clear = labels.get(label) === 1 && !object.fieldByName.has(label) && isBare(label)
    return {
      kind: 'field',
      label,
      detail: field.name,
      insert: byName || !clear ? bracketed(field.name) : label,
      type: field.type,
    }
  })
}

const bracketed = (name: string): string => (isBare(name) ? name : `[${name}]`)

function functionsOf(typed: string, language: Language): readonly Completion[] {
  const wanted = fold(typed)
  return Object.entries(functions).map(([name, { aliases, parameters, help }]) => {
    const alias = aliases.find((one) => wanted !== '' && fold(one).startsWith(wanted))
    const called = alias ?? name
    return {
      kind: 'function',
      label: `${called}(${parameters.map(() => '…').join(', ')})`,
      detail: help[language],
      insert: `${called}()`,
      ...(parameters.length > 0 && { back: 1 }),
    }
  })
}

function optionsOf(against: FieldNode | undefined, language: Language, place: Place): readonly Completion[] {
  const field: Field | undefined = against?.member === undefined ? against?.steps.at(-1)?.field : undefined
  const closed = place.kind === 'text' ? quotedAs(place.opening) : quote
  return (field?.options ?? []).map(({ value, label }) => ({
    kind: 'option',
    label: label[language],
    detail: value,
    insert: closed(label[language]),
  }))
}

const pairs: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '‘': '’' }

/** A text in the quotation marks that were begun with; where they stand in it, in ASCII ones. */
export function quotedAs(opening: string): (text: string) => string {
  const closing = pairs[opening]
  return (text) =>
    closing === undefined || text.includes(closing) || text.includes('\\')
      ? quote(text)
      : `${opening}${text}${closing}`
}
