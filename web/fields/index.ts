import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { address } from './address.tsx'
import { anyRecord } from './any-record.tsx'
import { autoNumber } from './auto-number.tsx'
import { boolean } from './boolean.tsx'
import { date } from './date.tsx'
import { dateTime } from './date-time.tsx'
import { email } from './email.tsx'
import type { FieldView } from './field-view.ts'
import { file } from './file.tsx'
import { json } from './json.tsx'
import { longText } from './long-text.tsx'
import { maskable } from './masked-value.tsx'
import { money } from './money.tsx'
import { multiSelect } from './multi-select.tsx'
import { number } from './number.tsx'
import { percent } from './percent.tsx'
import { phone } from './phone.tsx'
import { rating } from './rating.tsx'
import { relation } from './relation.tsx'
import { relations } from './relations.tsx'
import { richText } from './rich-text.tsx'
import { select } from './select.tsx'
import { tags } from './tags.tsx'
import { text } from './text.tsx'
import { url } from './url.tsx'
import { user } from './user.tsx'

/** How each field type is shown and edited. A type without a view does not compile. */
export const fieldViews = {
  text: maskable(text),
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
  email: maskable(email),
  phone: maskable(phone),
  url: maskable(url),
  address,
  rating,
  autoNumber: maskable(autoNumber),
  user,
  relation,
  relations,
  anyRecord,
  file,
  json,
} satisfies Record<FieldTypeName, FieldView>

/** Whether a record holds nothing in a field. */
export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export { useNames } from './chosen-names.tsx'
export { composing } from './composition.ts'
export { fits } from './fits.ts'
export { Picker, preparePicker } from './picker.tsx'
export { NamesLead, RecordName, useRecordName } from './record-name.tsx'
export { useFormat } from './use-format.ts'
export { secondLineOf, titleOf, useFound } from './use-found.ts'
