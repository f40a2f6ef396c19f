import { fold } from '#shared/imports/fold.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { fieldWords, nameWords, objectWords } from './synonyms.ts'

/** Field words by strength: what the metadata says counts more than what other files say. */
export interface FieldWords {
  readonly field: Field
  readonly own: ReadonlySet<string>
  readonly common: ReadonlySet<string>
}

export function wordsOf(object: CatalogueObject): FieldWords[] {
  return object.fields
    .filter((field) => field.writable && field.name !== 'currency')
    .map((field) => ({
      field,
      own: new Set([field.name, field.wire, ...Object.values(field.label)].map(fold)),
      common: new Set(commonWords(object, field).map(fold)),
    }))
}

function commonWords(object: CatalogueObject, field: Field): string[] {
  const words = [...(fieldWords[field.name] ?? [])]
  if (field.name === object.title) words.push(...namesOf(object.name))
  if (field.to !== undefined && field.to === field.name) words.push(...namesOf(field.to))
  return words
}

const namesOf = (object: string): string[] =>
  (objectWords[object] ?? [object]).flatMap((word) => [word, ...nameWords.map((name) => `${word} ${name}`)])

/** How well a header names a field: 1 by the metadata's own words, less by common ones, 0 not at all. */
export function headerScore(header: string, words: FieldWords): number {
  const whole = fold(header)
  if (whole === '') return 0
  const bare = fold(header.replace(/[（(【[].*$/u, ''))
  for (const [text, factor] of [
    [whole, 1],
    [bare, 0.95],
  ] as const) {
    if (words.own.has(text)) return factor
    if (words.common.has(text)) return 0.9 * factor
  }
  const misspelt = whole.length > 4 && nearest(whole, [...words.own, ...words.common]) !== ''
  return misspelt ? 0.5 : 0
}
