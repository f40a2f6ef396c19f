import type { Language } from '#shared/language.ts'

/**
 * Glossary
 * - field type: what kind of value a field holds; one file of this folder each.
 * - wire value: the JSON value of a field in the API (`"12.50"`, `"2026-11-20"`, `["a","b"]`).
 * - column: where PostgreSQL keeps it. A field's main column is named by the field's key; further ones (`suffix`)
 *   hold what is derived from it and start with `_`.
 * - value kind: what the expression language sees.
 */

export type FieldTypeName =
  | 'text'
  | 'longText'
  | 'richText'
  | 'number'
  | 'money'
  | 'percent'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'select'
  | 'multiSelect'
  | 'tags'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'rating'
  | 'autoNumber'
  | 'user'
  | 'relation'
  | 'relations'
  | 'anyRecord'
  | 'file'
  | 'json'

/** What an expression sees of a field. `list` is a list of texts; `record` can be dotted into. */
export type ValueKind =
  | 'text'
  | 'number'
  | 'money'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'id'
  | 'list'
  | 'record'
  | 'records'
  | 'address'
  | 'anyRecord'
  | 'json'

/** What a field type may read of the field it serves: see FieldDefinition. */
export interface FieldSettings {
  readonly name: string
  readonly type: FieldTypeName
  readonly required?: boolean
  readonly options?: readonly {
    readonly value: string
    readonly label: Partial<Record<Language, string>>
    readonly color?: string
  }[]
  readonly to?: string
  readonly multiple?: boolean
  /** Digits after the decimal point that are shown and kept (number, percent); default: as many as were given. */
  readonly decimals?: number
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
  /** autoNumber: text before the number, and its least number of digits. */
  readonly prefix?: string
  readonly digits?: number
}

/** Why a value was refused: a code of the error catalogue and what its message needs. */
export interface Refusal {
  readonly code: string
  readonly parameters?: Readonly<Record<string, string | number>>
  /** JSON Pointer inside the value, where only a part of it is wrong: `/2`, `/latitude`. */
  readonly path?: string
}

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal }

/** What reading or printing a text as a person writes it depends on. */
export interface Locale {
  readonly language: Language
  /** IANA time zone, as `Asia/Shanghai`. */
  readonly timeZone: string
  /** ISO 4217, the currency of amounts that name none. */
  readonly currency: string
  /** ISO 3166-1 alpha-2, for phone numbers without a country code and addresses without a country. */
  readonly country: string
  /** What “today” and `tomorrow` are reckoned from; ISO 8601 UTC. */
  readonly now: string
  /** Order of the parts in dates such as 3/4/2017; default by language. */
  readonly dateOrder?: 'YMD' | 'MDY' | 'DMY'
}

export interface FieldType {
  readonly name: FieldTypeName
  readonly kind: ValueKind
  /** PostgreSQL type of the main column; undefined where the value lives in a link table (`relations`). */
  readonly column: string | undefined
  /**
   * SQL that turns a column of the type `text`-cast JSON member back to the wire: most types need none.
   * `wire(column)` gives the SQL expression that row_to_json shall print, `column` being quoted already.
   */
  readonly wire?: (column: string) => string
  /** A further column derived from the value by the write door: `_phone_e164`. */
  readonly derived?: {
    readonly suffix: string
    readonly column: string
    /** `value` is a parsed wire value and never null. */
    readonly compute: (value: unknown, field: FieldSettings, locale: Pick<Locale, 'country'>) => unknown
  }
  /** Whether people sort, group, search (`contains`) and compare by size with it. */
  readonly sortable: boolean
  readonly groupable: boolean
  readonly searchable: boolean
  /** Whether `unique: true` makes sense. */
  readonly uniqueable: boolean
  /** Whether the API refuses to write it (autoNumber). */
  readonly readOnly?: boolean
  /** Settings of FieldSettings that it understands, beside name, type and required. */
  readonly settings: readonly (keyof FieldSettings)[]
  /** Wire JSON → normalised wire value. Never coerces: a number is not a text. Null never arrives here. */
  readonly parse: (value: unknown, field: FieldSettings) => Parsed
  /** What a person typed or a file held (`50万`, `下周三`, `3/1/2017`, `是`) → normalised wire value. Never called with blank text. */
  readonly read: (text: string, field: FieldSettings, locale: Locale) => Parsed
  /** Wire value → what a person reads. Null never arrives here. Relations give their id: names are the caller's. */
  readonly format: (value: unknown, field: FieldSettings, locale: Locale) => string
  /** JSON Schema of the wire value, for OpenAPI. */
  readonly schema: (field: FieldSettings) => object
}

export const accept = (value: unknown): Parsed => ({ ok: true, value })
export const refuse = (code: string, parameters?: Refusal['parameters'], path?: string): Parsed => ({
  ok: false,
  refusal: { code, ...(parameters !== undefined && { parameters }), ...(path !== undefined && { path }) },
})
