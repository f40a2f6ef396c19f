import { Link } from '@tanstack/react-router'
import type { NamedRecord } from '#shared/operations/timeline.ts'
import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './timeline.module.css'

/** A record by its name, leading to its page; of one that is not seen its object. */
export function RecordMention({ object, id, title }: NamedRecord) {
  const { t, label } = useMessages()
  const target = useCatalogue().find(object)
  if (title === null || title === '') {
    return <span>{t('activity.unseenRecord', { object: label(target?.label) })}</span>
  }
  return (
    <Link to="/o/$object/$id" params={{ object, id }} className={classes.record ?? ''} title={title}>
      {title}
    </Link>
  )
}
