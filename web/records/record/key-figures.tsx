import { Link } from '@tanstack/react-router'
import { formatMoney } from '#shared/fields/money-format.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useLocale } from '#web/data/index.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { ownFigures } from './figures.ts'
import classes from './key-figures.module.css'
import { relatedLists } from './related.ts'
import { type OutcomeSum, stagedList, useOutcomeSum } from './use-outcome-sum.ts'
import { Value } from './value.tsx'

interface KeyFiguresProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

const most = 6
const mostOnPhone = 3
/** One figure alone is no strip: it stands among the fields. */
const least = 2

/** At most six figures: what is open and won in related records, then the record's own, as far as they are filled in. */
export function KeyFigures({ object, record }: KeyFiguresProps) {
  const { t, label } = useMessages()
  const locale = useLocale()
  const phone = usePhone()
  const staged = stagedList(relatedLists(useCatalogue(), object).pointing)
  const open = useOutcomeSum(staged, record.id, 'open')
  const won = useOutcomeSum(staged, record.id, 'won')
  const sums = [
    ...(open === undefined ? [] : [{ sum: open, text: 'records.openOnes' as const }]),
    ...(won === undefined || won.count === 0 ? [] : [{ sum: won, text: 'activity.wonOnes' as const }]),
  ]
  const limit = phone ? mostOnPhone : most
  const own = ownFigures(object, record, locale).slice(0, limit - Math.min(sums.length, limit))
  if (sums.length + own.length < least) return null
  const away = (distance: number, late: boolean) => {
    if (distance === 0) return t('activity.today')
    const count = Math.abs(distance)
    if (distance > 0) return t('activity.inDays', { count })
    return t(late ? 'activity.overdue' : 'activity.daysAgo', { count })
  }
  return (
    <dl className={classes.figures}>
      {sums.slice(0, limit).map(({ sum, text }) => (
        <div key={text}>
          <dt>{t(text, { objects: inSentence(label(sum.related.label), locale.language) })}</dt>
          <dd>
            <SumLink sum={sum} />
          </dd>
        </div>
      ))}
      {own.map(({ field, distance, late }) => (
        <div key={field.key}>
          <dt title={label(field.label)}>{label(field.label)}</dt>
          <dd>
            <Value field={field} record={record} />
            {distance !== undefined && <small data-late={late || undefined}>{away(distance, late)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function SumLink({ sum: { related, count, sum, filter } }: { sum: OutcomeSum }) {
  const { t } = useMessages()
  const { currency, language } = useLocale()
  if (count === 0) return '0'
  return (
    <Link to="/o/$object" params={{ object: related.object.name }} search={{ filter }}>
      {formatMoney(sum, currency, language, { compact: true })}
      <small>{t('records.countOf', { count })}</small>
    </Link>
  )
}
