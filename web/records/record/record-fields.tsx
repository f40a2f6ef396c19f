import { IconChevronDown } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { InlineField } from './inline-field.tsx'
import classes from './record.module.css'
import { sectionsOf } from './sections.ts'
import type { InlineEdit } from './use-inline-edit.ts'

interface RecordFieldsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
}

/** All fields of the record, by sections that fold; each is edited in its place. */
export function RecordFields({ object, record, edit }: RecordFieldsProps) {
  const { t, label } = useMessages()
  const sections = useMemo(() => sectionsOf(object), [object])
  const order = sections
    .flatMap((section) => section.fields)
    .filter((field) => field.writable)
    .map((field) => field.name)
  const travel = (from: string, step: 1 | -1) => edit.setOpen(order[order.indexOf(from) + step] ?? null)
  return (
    <div className={classes.fields}>
      {sections.map((section, index) => (
        <details key={section.fields[0]?.name} className={classes.section} open>
          <summary className={classes.sectionHead}>
            <IconChevronDown size={14} aria-hidden />
            <h2>
              {section.label === undefined
                ? t(index === 0 ? 'records.details' : 'records.more')
                : label(section.label)}
            </h2>
            <span className={classes.sectionCount}>
              {t('records.fieldCount', { count: section.fields.length })}
            </span>
          </summary>
          {section.fields.map((field) => (
            <InlineField
              key={field.key}
              object={object}
              field={field}
              record={record}
              edit={edit}
              onTravel={(step) => travel(field.name, step)}
            />
          ))}
        </details>
      ))}
    </div>
  )
}
