import type { Address } from '#shared/fields/address.ts'
import { formatAddress } from '#shared/fields/address-format.ts'
import type { FieldTypeName, Locale } from '#shared/fields/field-type.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'

/** The first filled value of a type, in the order of the fields; an outline leads nowhere. */
function firstOf(object: CatalogueObject, record: RecordData, type: FieldTypeName): unknown {
  for (const field of object.fields) {
    const value = record[field.wire]
    if (field.type === type && field.masked !== true && value !== null && value !== undefined && value !== '')
      return value
  }
  return undefined
}

/** `mailto:` of the record's first address; undefined where it has none. */
export function mailAddressOf(object: CatalogueObject, record: RecordData): string | undefined {
  const value = firstOf(object, record, 'email')
  return typeof value === 'string' ? `mailto:${encodeURIComponent(value).replaceAll('%40', '@')}` : undefined
}

/** `tel:` of the record's mobile, else of its first number. */
export function dialAddressOf(object: CatalogueObject, record: RecordData): string | undefined {
  const mobile = object.fieldByName.get('mobile')
  const value =
    (mobile?.type === 'phone' && mobile.masked !== true && record[mobile.wire]) ||
    firstOf(object, record, 'phone')
  return typeof value === 'string' ? `tel:${value.replaceAll(/[^\d+*#,;]/g, '')}` : undefined
}

/** The name by which the record is found in WeChat. */
export function wechatOf(object: CatalogueObject, record: RecordData): string | undefined {
  const field = object.fieldByName.get('wechat')
  const value = field === undefined || field.masked === true ? undefined : record[field.wire]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const isAddress = (value: unknown): value is Address => typeof value === 'object' && value !== null

/** A map of the record's address: Amap in mainland China, where Google's does not open. */
export function mapAddressOf(
  object: CatalogueObject,
  record: RecordData,
  locale: Pick<Locale, 'language' | 'country'>,
): string | undefined {
  const value = firstOf(object, record, 'address')
  if (!isAddress(value)) return undefined
  const words = encodeURIComponent(formatAddress(value, locale))
  if (words === '') return undefined
  return (value.country ?? locale.country) === 'CN'
    ? `https://uri.amap.com/search?keyword=${words}`
    : `https://www.google.com/maps/search/?api=1&query=${words}`
}
