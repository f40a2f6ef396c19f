import type { FieldSettings, FieldTypeName } from '#shared/fields/field-type.ts'
import type { Label } from '#shared/language.ts'

/**
 * Glossary
 * - object: a kind of record (`company`); field: one of its properties. Both are data, shipped ones and custom ones alike.
 * - name: what the API and expressions call it today; may change. key: what it is called for ever: the table of an object,
 *   the column of a field, the member of a stored expression and of a change entry. Made from the first name, never reused
 *   while its history lives.
 */

/** Hue of a tag, as `--tag-<color>` in the theme. */
export type Color = 'grey' | 'red' | 'orange' | 'amber' | 'green' | 'teal' | 'blue' | 'purple' | 'pink'

export interface Option {
  readonly value: string
  readonly label: Label
  readonly color?: Color
}

/** A field as it is declared, stored and served by `GET /objects`. */
export interface FieldDefinition extends FieldSettings {
  readonly name: string
  readonly type: FieldTypeName
  readonly label: Label
  readonly help?: Label
  readonly required?: boolean
  readonly unique?: boolean
  /** Kept encrypted: shown and compared for equality, never sorted, searched or summed. Settled when the field is made. */
  readonly encrypted?: boolean
  /** A wire value, or `{expression: 'today()'}`. */
  readonly default?: unknown
  readonly options?: readonly Option[]
  /** Name of the object that a relation points to. */
  readonly to?: string
  /** Kept by the write door: clients read it. Only for shipped fields. */
  readonly readOnly?: boolean
  /** Label of the list of these records on the other side: “Deals” on a company. */
  readonly inverseLabel?: Label
  /** What happens to this record when the one it points to is deleted: its relation is kept (shown as deleted) or it is deleted along. */
  readonly onDelete?: 'keep' | 'cascade'
}

/** An object as it is declared, stored and served by `GET /objects`. */
export interface ObjectDefinition {
  readonly name: string
  readonly label: Label
  /** English needs it; Chinese repeats the label. */
  readonly pluralLabel?: Label
  /** Name of a Tabler icon: `building`. */
  readonly icon?: string
  readonly color?: Color
  /** Name of the field that names a record; default `name`. */
  readonly title?: string
  /** Group in the navigation: `sales`, `service`, `settings`. Objects without one show under “custom”. */
  readonly app?: string
  readonly description?: Label
  /** Field whose date picks the exchange rate of the record's money; default: the day of creation. */
  readonly rateDate?: string
  /** Sections of the record page: label and names of fields. Fields in none come last. */
  readonly sections?: readonly { readonly label: Label; readonly fields: readonly string[] }[]
  /** Columns of the default list, by field name. */
  readonly columns?: readonly string[]
  readonly fields: readonly FieldDefinition[]
}

/** A field as stored: with its key and where it came from. */
export interface StoredField extends FieldDefinition {
  readonly key: string
  readonly origin: 'shipped' | 'custom'
}

export interface StoredObject extends Omit<ObjectDefinition, 'fields'> {
  readonly key: string
  readonly origin: 'shipped' | 'custom'
  readonly fields: readonly StoredField[]
}
