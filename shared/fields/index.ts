import { address } from './address.ts'
import { anyRecord } from './any-record.ts'
import { autoNumber } from './auto-number.ts'
import { boolean } from './boolean.ts'
import { date } from './date.ts'
import { dateTime } from './date-time.ts'
import { email } from './email.ts'
import {
  accept,
  type FieldSettings,
  type FieldType,
  type FieldTypeName,
  type Locale,
  type Parsed,
} from './field-type.ts'
import { file } from './file.ts'
import { json } from './json.ts'
import { longText } from './long-text.ts'
import { money } from './money.ts'
import { multiSelect } from './multi-select.ts'
import { number } from './number.ts'
import { percent } from './percent.ts'
import { phone } from './phone.ts'
import { rating } from './rating.ts'
import { relation } from './relation.ts'
import { relations } from './relations.ts'
import { richText } from './rich-text.ts'
import { select } from './select.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'
import { url } from './url.ts'
import { user } from './user.ts'

export const fieldTypes = {
  text,
  longText,
  richText,
  number,
  money,
  percent,
  boolean,
  date,
  dateTime,
  select,
  multiSelect,
  tags,
  email,
  phone,
  url,
  address,
  rating,
  autoNumber,
  user,
  relation,
  relations,
  anyRecord,
  file,
  json,
} satisfies Record<FieldTypeName, FieldType>

/** A wire value, normalised; null and undefined are null. */
export function parseValue(field: FieldSettings, value: unknown): Parsed {
  return value === null || value === undefined ? accept(null) : fieldTypes[field.type].parse(value, field)
}

/** What a person typed or a file held, as a wire value; blank text is null. */
export function readText(field: FieldSettings, written: string, locale: Locale): Parsed {
  return written.trim() === '' ? accept(null) : fieldTypes[field.type].read(written, field, locale)
}

/** A wire value for people; null is ''. */
export function formatValue(field: FieldSettings, value: unknown, locale: Locale): string {
  return value === null || value === undefined ? '' : fieldTypes[field.type].format(value, field, locale)
}
