import { Decimal } from 'decimal.js'
import { accept, type Locale, type Parsed, refuse } from '#shared/fields/field-type.ts'
import { readText } from '#shared/fields/index.ts'
import { looksMangled } from '#shared/fields/mangled.ts'
import type { ColumnMapping } from '#shared/imports/contract.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'
import { countryNamed, countryWords } from './countries.ts'

export const isReadable = (text: string, field: Field, locale: Locale): boolean =>
  readText(field, text, locale).ok

const codeLike: ReadonlySet<Field['type']> = new Set(['text', 'phone', 'longText', 'tags'])
/** Eighteen digits whose last three are zeros: a spreadsheet keeps fifteen and fills up. */
const filledUp = /^\d{15}0{3,}$/
const formulaError = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/

/** One cell as the wire value of its field (relations excepted: they need the database). `text` is not blank. */
export function readCell(text: string, field: Field, mapping: ColumnMapping, locale: Locale): Parsed {
  if (text.includes('\ufffd')) return refuse('undecodable_text')
  if (formulaError.test(text)) return refuse('cell_error', { text })
  if (codeLike.has(field.type) && (looksMangled(text) || filledUp.test(text)))
    return refuse('mangled_number', { text })
  if (field.type === 'address') return readAddressPart(text, field, mapping, locale)
  if (isUndecided(text, field, mapping)) return refuse('ambiguous_date', { text })
  const read = readText(field, text, dateLocale(locale, mapping))
  if (!read.ok || mapping.factor === undefined) return read
  return scale(read.value, mapping.factor)
}

/** 3/4/2017 in a column of which no row tells day from month: asked for, never guessed. */
function isUndecided(text: string, { type }: Field, { dateOrder }: ColumnMapping): boolean {
  if (dateOrder !== undefined || (type !== 'date' && type !== 'dateTime')) return false
  const [, first, , second] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text) ?? []
  return Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
}

const dateLocale = (locale: Locale, { dateOrder }: ColumnMapping): Locale =>
  dateOrder === undefined ? locale : { ...locale, dateOrder }

/** Decimals are texts on the wire, numbers numbers: each keeps its kind. */
function scale(value: unknown, factor: string): Parsed {
  if (typeof value === 'number') return accept(new Decimal(value).times(factor).toNumber())
  if (typeof value === 'string') return accept(new Decimal(value).times(factor).toFixed())
  return accept(value)
}

function readAddressPart(text: string, field: Field, { part }: ColumnMapping, locale: Locale): Parsed {
  const country = countryNamed(text)
  if (part === 'country') {
    return country === undefined
      ? refuse('unknown_option', { value: text, suggestion: nearest(text, countryWords()) })
      : accept({ country })
  }
  if (part !== undefined) return accept({ [part]: text })
  return country === undefined ? readText(field, text, locale) : accept({ country })
}
