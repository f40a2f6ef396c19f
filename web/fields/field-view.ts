import type { ComponentType } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'

/** What a cell or a display draws. `value` is a wire value and never null. */
export interface ValueProps {
  readonly field: Field
  readonly value: unknown
  /** The record it belongs to: included relations and the currency are read from it. */
  readonly record: RecordData
}

/**
 * An editor of one wire value; null is blank. It works alone in a cell or a record page (`onCommit`, `onCancel` given)
 * and in a form (not given). `onChange` follows every valid input, `onRefuse` gives the reason of an invalid one and null
 * once it is mended.
 */
export interface EditorProps {
  readonly field: Field
  readonly value: unknown
  readonly record: RecordData
  readonly id: string
  /** What names it where no <label> points to `id`. */
  readonly label?: string
  readonly onChange: (value: unknown) => void
  readonly onRefuse?: (reason: string | null) => void
  /** Enter, Tab, leaving the field or a choice: what `value` was last told is to be saved. */
  readonly onCommit?: (value: unknown) => void
  readonly onCancel?: () => void
  /** Takes wire values of other fields that are chosen along with this one: the currency of an amount. Not given: they are fixed. */
  readonly onAlso?: (values: Readonly<Record<string, unknown>>) => void
  readonly autoFocus?: boolean
  /** Why the last value was refused: shown by whoever holds the editor, named here for screen readers. */
  readonly describedBy?: string
  readonly invalid?: boolean
  /** Name of the object the field belongs to. */
  readonly object: string
}

/** The value of a filter chip: one value, or a list where `many`. */
export interface FilterInputProps {
  readonly field: Field
  readonly value: unknown
  readonly many: boolean
  readonly onChange: (value: unknown) => void
  readonly onDone?: () => void
  readonly label: string
  readonly autoFocus?: boolean
}

export interface FieldView {
  /** In a list: one line. */
  readonly Cell: ComponentType<ValueProps>
  /** On a record page. */
  readonly Display: ComponentType<ValueProps>
  readonly Editor: ComponentType<EditorProps>
  readonly FilterInput: ComponentType<FilterInputProps>
}
