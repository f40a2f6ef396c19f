import { IconArrowsDiagonal, IconCalendarTime, IconPencil } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { dayLength, printDay } from '#shared/fields/calendar.ts'
import { readDay } from '#shared/fields/read-date.ts'
import type { Field } from '#shared/metadata/catalogue.ts'
import { useLocale, useRecord } from '#web/data/index.ts'
import { useEditable } from '#web/data/use-editable.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { Button } from '#web/design/button.tsx'
import { ButtonLink } from '#web/design/button-link.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { DaySheet } from '#web/fields/day-sheet.tsx'
import { isBlank } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Tick } from '../activity/tick.tsx'
import { listedFields } from '../list/columns.ts'
import { InlineField } from '../record/inline-field.tsx'
import { useInlineEdit } from '../record/use-inline-edit.ts'
import { Value } from '../record/value.tsx'
import type { ViewAddress } from '../views/view-address.ts'
import { type Place, useCalendarActs } from './calendar-acts.ts'
import { type Entry, firstDayOf } from './entry.ts'
import classes from './entry-card.module.css'
import { FloatingCard } from './floating-card.tsx'
import { entryTime, longDay } from './words.ts'

interface EntryCardProps {
  readonly entry: Entry
  readonly place: Place
  readonly address: ViewAddress | undefined
  readonly onClose: () => void
}

const mostFields = 4

/** An entry in short: when, what else is known of it, and what is done with it. */
export function EntryCard({ entry, place, address = {}, onClose }: EntryCardProps) {
  const { t, label, language } = useMessages()
  const locale = useLocale()
  const id = useId()
  const { source, title } = entry
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState(false)
  const phone = usePhone()
  const acts = useCalendarActs()
  const { update } = useRecordMay(source, entry.record)
  const object = useEditable(source, update)
  const start = object.fieldByKey.get(entry.start.key) ?? entry.start
  const end = entry.end && object.fieldByKey.get(entry.end.key)
  const included = object.fields
    .filter(({ type }) => type === 'relation' || type === 'user')
    .map(({ name }) => name)
  const { data: record = entry.record } = useRecord(object.name, entry.record.id, included)
  const edit = useInlineEdit(object, record)
  const when = [start, end].filter((field) => field !== undefined)
  const rest = listedFields(object).filter(
    (field) => field !== object.titleField && !when.includes(field) && !isBlank(record[field.wire]),
  )
  const edited: readonly Field[] = [object.titleField, ...when, ...listedFields(object)]
    .filter((field, index, all) => field.writable && all.indexOf(field) === index)
    .slice(0, 7)
  return (
    <FloatingCard title={title} place={place} onClose={onClose}>
      {editing ? (
        <div className={classes.fields}>
          {edited.map((field, index) => (
            <InlineField
              key={field.key}
              object={object}
              field={field}
              record={record}
              edit={edit}
              onTravel={(step) => edit.setOpen(edited[index + step]?.name ?? null)}
            />
          ))}
        </div>
      ) : (
        <div className={classes.facts} id={id}>
          <p
            className={classes.when}
          >{`${longDay(firstDayOf(entry), language)} ${entryTime(entry, locale)}`}</p>
          {rest.slice(0, mostFields).map((field) => (
            <p key={field.key} className={classes.fact}>
              <span className={classes.label}>{label(field.label)}</span>
              <span className={classes.value}>
                <Value field={field} record={record} />
              </span>
            </p>
          ))}
          {!start.writable && <p className={classes.quiet}>{t('calendar.readOnly')}</p>}
        </div>
      )}
      <div className={classes.acts}>
        {entry.done !== undefined && (
          <span className={classes.tick}>
            <Tick
              blocked={!update}
              task={{
                id: record.id,
                version: record.version,
                status: typeof record.status === 'string' ? record.status : null,
                name: title,
              }}
            />
          </span>
        )}
        {phone && start.writable && (
          <Button icon={IconCalendarTime} onClick={() => setMoving(true)}>
            {t('calendar.moveTo')}
          </Button>
        )}
        {edited.length > 0 && (
          <Button
            icon={IconPencil}
            aria-pressed={editing}
            onClick={() => {
              setEditing(!editing)
              if (!editing) edit.setOpen(start.writable ? start.name : object.titleField.name)
            }}
          >
            {t('calendar.edit')}
          </Button>
        )}
        <ButtonLink
          to="/o/$object/$id"
          params={{ object: object.name, id: record.id }}
          search={address}
          icon={IconArrowsDiagonal}
        >
          {t('records.open')}
        </ButtonLink>
      </div>
      {moving && (
        <DaySheet
          title={t('calendar.moveTo')}
          value={printDay(firstDayOf(entry)) ?? null}
          onChoose={(chosen) => {
            const to = readDay(chosen, locale)
            onClose()
            if (to === undefined) return
            const by = (to - firstDayOf(entry)) * dayLength
            acts.move(entry, { from: entry.from + by, to: entry.to + by, allDay: entry.allDay })
          }}
          onDone={() => setMoving(false)}
          onClose={() => setMoving(false)}
        />
      )}
    </FloatingCard>
  )
}
