import type { Field } from '#shared/metadata/catalogue.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { fieldViews, useFormat } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Group } from './group.ts'
import classes from './row.module.css'

const drawn = new Set(['select', 'boolean', 'rating'])

/** What the records of a group have in common, as their cells would show it; a month for days. */
export function GroupName({ field, group }: { field: Field; group: Group }) {
  const { t, label, language } = useMessages()
  const format = useFormat()
  const { value, name } = group
  if (value === null) {
    return <span className={classes.groupBlank}>{t('table.groupBlank', { field: label(field.label) })}</span>
  }
  if (drawn.has(field.type)) {
    const { Cell } = fieldViews[field.type]
    return <Cell field={field} value={value} record={{ id: group.key, version: 0 }} />
  }
  if (field.type === 'date' || field.type === 'dateTime') {
    return <span className={classes.groupText}>{monthText(String(value), language)}</span>
  }
  if (field.type === 'user') {
    return (
      <>
        <Avatar id={String(value)} name={name ?? ''} />
        <span className={classes.groupText}>{name ?? t('fields.removedRecord')}</span>
      </>
    )
  }
  const text = field.type === 'relation' ? (name ?? t('fields.removedRecord')) : format(field, value)
  return (
    <span className={classes.groupText} title={text} dir="auto">
      {text}
    </span>
  )
}

/** `2026-11-01` → 2026年11月, November 2026. */
const monthText = (day: string, language: string): string =>
  new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
