import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { InlineField } from './inline-field.tsx'
import type { InlineEdit } from './use-inline-edit.ts'

interface InlineFieldsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
  readonly fields: readonly Field[]
  /** All fields that Tab leads through, where these are not all of them. */
  readonly among?: readonly Field[]
}

/** Fields under each other, each edited in its place; Tab leads from one to the next that can be edited. */
export function InlineFields({ object, record, edit, fields, among = fields }: InlineFieldsProps) {
  const order = among.filter(({ writable }) => writable).map(({ name }) => name)
  return fields.map((field) => (
    <InlineField
      key={field.key}
      object={object}
      field={field}
      record={record}
      edit={edit}
      onTravel={(step) => edit.setOpen(order[order.indexOf(field.name) + step] ?? null)}
    />
  ))
}
