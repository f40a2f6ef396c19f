import { IconCalendar } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useCatalogue } from '#web/data/index.ts'
import { fieldViews, isBlank, titleOf } from '#web/fields/index.ts'
import { asRecord, NamesLead } from '#web/fields/record-name.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { hasPicture, RecordPicture } from '../record-picture.tsx'
import { useBoard } from './board-context.ts'
import classes from './card-face.module.css'
import { CardFoot } from './card-foot.tsx'
import { hasFoot } from './card-height.ts'
import { CardPerson } from './card-person.tsx'
import { RiskStrip } from './risk-strip.tsx'

/** What a card shows. `title` stands in for the plain one. */
export const CardFace = memo(function CardFace({ record, title }: { record: RecordData; title?: ReactNode }) {
  const { query, risksOf } = useBoard()
  const { label } = useMessages()
  const { layout, object } = query
  const has = (field: Field | undefined): field is Field =>
    field !== undefined && !isBlank(record[field.wire])
  const risks = risksOf(record)
  const alone = !hasFoot(layout) && has(layout.person)
  const late = risks.some(({ kind }) => kind === 'late')
  return (
    <NamesLead value={false}>
      <div className={classes.body}>
        <div className={classes.title}>{title ?? titleOf(object, record)}</div>
        {has(layout.about) && <About field={layout.about} record={record} />}
        {(has(layout.figure) || has(layout.date) || alone) && (
          <div className={classes.figures}>
            {has(layout.figure) && (
              <strong>
                <Value field={layout.figure} record={record} />
              </strong>
            )}
            {has(layout.date) && (
              <span
                className={classes.date}
                title={label(layout.date.label)}
                data-late={(late && layout.date === layout.signs.deadline) || undefined}
              >
                <IconCalendar size={14} aria-hidden />
                <Value field={layout.date} record={record} />
              </span>
            )}
            {alone && <CardPerson field={layout.person} record={record} />}
          </div>
        )}
        {layout.lines.filter(has).map((field) => (
          <div key={field.key} className={classes.line}>
            <span>{label(field.label)}</span>
            <Value field={field} record={record} />
          </div>
        ))}
        {has(layout.tags) && (
          <div className={classes.tags}>
            <Value field={layout.tags} record={record} />
          </div>
        )}
      </div>
      {hasFoot(layout) && <CardFoot record={record} />}
      {risks.length > 0 && <RiskStrip risks={risks} deadline={layout.signs.deadline} />}
    </NamesLead>
  )
})

function Value({ field, record }: { field: Field; record: RecordData }) {
  const { Cell } = fieldViews[field.type]
  return <Cell field={field} value={record[field.wire]} record={record} />
}

/** Whom the card is about, with its picture. */
function About({ field, record }: { field: Field; record: RecordData }) {
  const target = useCatalogue().find(field.to ?? '')
  const known = asRecord(record[field.name])
  return (
    <div className={classes.about}>
      {target !== undefined && known !== undefined && hasPicture(target) && (
        <RecordPicture object={target} id={known.id} name={titleOf(target, known)} size={16} />
      )}
      <Value field={field} record={record} />
    </div>
  )
}
