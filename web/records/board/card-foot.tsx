import { IconCalendarEvent, IconCircleDashed, IconHistory } from '@tabler/icons-react'
import { type RecordData, useLocale } from '#web/data/index.ts'
import { isBlank } from '#web/fields/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useBoard } from './board-context.ts'
import classes from './card-foot.module.css'
import { CardPerson } from './card-person.tsx'

/** What comes next, and who sees to it. */
export function CardFoot({ record }: { record: RecordData }) {
  const { layout } = useBoard().query
  return (
    <div className={classes.foot}>
      <NextStep record={record} />
      <CardPerson field={layout.person} record={record} />
    </div>
  )
}

function NextStep({ record }: { record: RecordData }) {
  const { t } = useMessages()
  const locale = useLocale()
  const { query, isOpen } = useBoard()
  const { next, signs } = query.layout
  const day = (moment: unknown) => shortDate(wallTime(String(moment), locale.timeZone), locale)
  const text = next === undefined || isBlank(record[next.wire]) ? undefined : String(record[next.wire])
  const at = signs.nextAt === undefined ? undefined : record[signs.nextAt.wire]
  if (isOpen(record) && (text !== undefined || !isBlank(at))) {
    return (
      <span className={classes.next} title={text}>
        <IconCalendarEvent size={14} aria-hidden />
        {!isBlank(at) && (
          <time dateTime={String(at)}>
            {text === undefined ? t('board.nextOn', { date: day(at) }) : day(at)}
          </time>
        )}
        {text !== undefined && <span>{text}</span>}
      </span>
    )
  }
  if (isOpen(record) && (next !== undefined || signs.nextAt !== undefined)) {
    return (
      <span className={classes.next} data-missing>
        <IconCircleDashed size={14} aria-hidden />
        <span>{t('board.noNext')}</span>
      </span>
    )
  }
  const last = signs.lastAt === undefined ? undefined : record[signs.lastAt.wire]
  if (isBlank(last)) return <span className={classes.next} />
  return (
    <span className={classes.next}>
      <IconHistory size={14} aria-hidden />
      <span>{t('board.lastContact', { date: day(last) })}</span>
    </span>
  )
}
