import { useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { FieldSection } from './field-section.tsx'
import classes from './record-fields.module.css'
import { sectionsOf } from './sections.ts'
import type { InlineEdit } from './use-inline-edit.ts'

interface RecordFieldsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
}

/** All fields of the record, by sections that fold; each is edited in its place. */
export function RecordFields({ object, record, edit }: RecordFieldsProps) {
  const sections = useMemo(() => sectionsOf(object), [object])
  const among = useMemo(() => sections.flatMap((section) => section.fields), [sections])
  return (
    <div className={classes.fields}>
      {sections.map((section, index) => (
        <FieldSection
          key={section.fields[0]?.name}
          object={object}
          record={record}
          edit={edit}
          section={section}
          first={index === 0}
          among={among}
        />
      ))}
    </div>
  )
}
