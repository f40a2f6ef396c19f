import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { InlineFields } from './inline-fields.tsx'
import classes from './record-fields.module.css'
import { type Section, systemLabel } from './sections.ts'
import type { InlineEdit } from './use-inline-edit.ts'

interface FieldSectionProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
  readonly section: Section
  readonly first: boolean
  /** The fields of all sections. */
  readonly among: readonly Field[]
}

/** More than these are asked for: drawing hundreds of fields would hold up the page. */
const most = 40

/** A section of fields that folds. What Kith keeps for itself begins folded. */
export function FieldSection({ object, record, edit, section, first, among }: FieldSectionProps) {
  const { t, label } = useMessages()
  const [whole, setWhole] = useState(false)
  const editsBelow = section.fields.findIndex((field) => field.name === edit.open) >= most
  const fields = whole || editsBelow ? section.fields : section.fields.slice(0, most)
  const rest = section.fields.length - fields.length
  return (
    <details className={classes.section} open={section.label !== systemLabel}>
      <summary className={classes.head}>
        <IconChevronDown size={14} aria-hidden />
        <h2>
          {section.label === undefined ? t(first ? 'records.details' : 'records.more') : label(section.label)}
        </h2>
        <span className={classes.count}>{t('records.fieldCount', { count: section.fields.length })}</span>
      </summary>
      <InlineFields object={object} record={record} edit={edit} fields={fields} among={among} />
      {rest > 0 && (
        <Button variant="subtle" size="sm" onClick={() => setWhole(true)}>
          {t('activity.moreFields', { count: rest })}
        </Button>
      )}
    </details>
  )
}
