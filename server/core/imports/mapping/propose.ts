import type { Locale } from '#shared/fields/field-type.ts'
import type { ColumnMapping, ColumnProposal } from '#shared/imports/contract.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { countryNamed, countryWords } from './countries.ts'
import { type FieldWords, headerScore, wordsOf } from './header-score.ts'
import type { ColumnProfile, TextPattern } from './profile.ts'
import { isReadable } from './read-cell.ts'
import { unitFactors } from './synonyms.ts'

/** Fields that a column of such texts may go to where its name says nothing, best first. */
const patternFields: Record<TextPattern, readonly string[]> = {
  email: ['email'],
  mobile: ['mobile', 'phone'],
  phone: ['phone', 'mobile'],
  url: ['website'],
}

/** What a column of choices says: words that are no option, and what they nearly are. */
type Unknown = ColumnProposal['unknown']

/** A field for each column: by its name, else by what it holds; each field once. */
export function proposeColumns(
  object: CatalogueObject,
  profiles: readonly ColumnProfile[],
  locale: Locale,
): ColumnProposal[] {
  const fields = wordsOf(object)
  const chosen = byName(profiles, fields)
  const taken = new Set([...chosen.values()].map((field) => field.name))
  const reasons = new Map<string, ColumnProposal['reason']>(
    [...chosen.keys()].map((column) => [column, 'name']),
  )
  for (const profile of profiles) {
    if (chosen.has(profile.column)) continue
    const field = byValues(profile, fields, taken, locale)
    if (field === undefined) continue
    chosen.set(profile.column, field)
    taken.add(field.name)
    reasons.set(profile.column, 'values')
  }
  return profiles.map((profile) => {
    const field = chosen.get(profile.column)
    const mapping = field === undefined ? undefined : proposeMapping(profile, field, locale)
    return {
      column: profile.column,
      samples: profile.samples,
      filled: profile.filled,
      mappings: mapping === undefined ? [] : [mapping],
      reason: reasons.get(profile.column) ?? 'none',
      unknown: field === undefined ? [] : unknownChoices(profile, field, mapping, locale),
      ambiguousDates: isDate(field) && profile.dates.ambiguous,
    }
  })
}

const isDate = (field: Field | undefined) => field?.type === 'date' || field?.type === 'dateTime'

function byName(profiles: readonly ColumnProfile[], fields: readonly FieldWords[]): Map<string, Field> {
  const pairs = profiles
    .flatMap(({ column }) => fields.map((words) => ({ column, words, score: headerScore(column, words) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const chosen = new Map<string, Field>()
  const taken = new Set<string>()
  for (const { column, words } of pairs) {
    if (chosen.has(column) || taken.has(words.field.name)) continue
    chosen.set(column, words.field)
    taken.add(words.field.name)
  }
  return chosen
}

function byValues(
  profile: ColumnProfile,
  fields: readonly FieldWords[],
  taken: ReadonlySet<string>,
  locale: Locale,
): Field | undefined {
  const free = fields.map(({ field }) => field).filter(({ name }) => !taken.has(name))
  const wanted = profile.pattern === undefined ? [] : patternFields[profile.pattern]
  const patterned = wanted.map((name) => free.find((field) => field.name === name)).find(Boolean)
  if (patterned !== undefined) return patterned
  const texts = profile.distinct === undefined ? [] : [...profile.distinct.keys()]
  if (texts.length === 0) return undefined
  return free.find(
    (field) =>
      field.type === 'select' &&
      texts.filter((text) => isReadable(text, field, locale)).length >= Math.max(2, 0.8 * texts.length),
  )
}

/** How the column is read into its field: dates in their order, units of the header, corrected choices. */
export function proposeMapping(profile: ColumnProfile, field: Field, locale: Locale): ColumnMapping {
  const factor = isNumber(field) ? unitFactors.find(([unit]) => unit.test(profile.column))?.[1] : undefined
  const part = field.type === 'address' && namesCountries(profile) ? 'country' : undefined
  const base: ColumnMapping = {
    column: profile.column,
    field: field.name,
    ...(isDate(field) && profile.dates.order !== undefined && { dateOrder: profile.dates.order }),
    ...(factor !== undefined && { factor }),
    ...(part !== undefined && { part }),
  }
  const values = corrections(profile, field, base, locale)
  return Object.keys(values).length === 0 ? base : { ...base, values }
}

const isNumber = (field: Field) => field.type === 'number' || field.type === 'money'

function namesCountries({ distinct }: ColumnProfile): boolean {
  const texts = distinct === undefined ? [] : [...distinct.keys()]
  return (
    texts.length > 0 && texts.filter((text) => countryNamed(text) !== undefined).length >= 0.6 * texts.length
  )
}

/** For each misspelt choice the right one. */
export function corrections(
  profile: ColumnProfile,
  field: Field,
  mapping: ColumnMapping,
  locale: Locale,
): Record<string, string> {
  return Object.fromEntries(
    unknownChoices(profile, field, mapping, locale)
      .filter(({ nearest: right }) => right !== '')
      .map(({ text, nearest: right }) => [text, right]),
  )
}

function unknownChoices(
  profile: ColumnProfile,
  field: Field,
  mapping: ColumnMapping | undefined,
  locale: Locale,
): Unknown {
  const isCountry = mapping?.part === 'country'
  if (profile.distinct === undefined || !(field.type === 'select' || isCountry)) return []
  const words = isCountry ? countryWords() : optionWords(field, locale)
  return [...profile.distinct]
    .filter(([text]) => (isCountry ? countryNamed(text) === undefined : !isReadable(text, field, locale)))
    .map(([text, rows]) => ({ text, rows, nearest: nearest(text, words) }))
}

/** A file may be written in another language than its reader's: labels of all count, the reader's first. */
const optionWords = (field: Field, { language }: Locale) => [
  ...(field.options ?? []).flatMap(({ label, value }) => [label[language], value]),
  ...(field.options ?? []).flatMap(({ label }) => Object.values(label)),
]
