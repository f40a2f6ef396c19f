import { formatMoney } from '#shared/fields/money-format.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useLocale } from '#web/data/index.ts'
import { isBlank } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { Value } from './identity.tsx'
import { identityFields } from './identity-fields.ts'
import classes from './record.module.css'
import { relatedLists } from './related.ts'
import { useOpenSum } from './use-open-sum.ts'

interface KeyFiguresProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

const most = 6
/** One figure alone is no strip: it stands among the fields. */
const least = 2

/** At most six figures: what is open in related records, then the record's own, as far as they are filled in. */
export function KeyFigures({ object, record }: KeyFiguresProps) {
  const { t, label } = useMessages()
  const { language, currency } = useLocale()
  const { pointing } = relatedLists(useCatalogue(), object)
  const open = useOpenSum(pointing, record.id)
  const filled = identityFields(object).figures.filter((field) => !isBlank(record[field.wire]))
  const own = filled.slice(0, open === undefined ? most : most - 1)
  if (own.length + (open === undefined ? 0 : 1) < least) return null
  return (
    <dl className={classes.figures}>
      {open !== undefined && (
        <div>
          <dt>{t('records.openOnes', { objects: inSentence(label(open.related.label), language) })}</dt>
          <dd>
            {open.count === 0 ? 0 : formatMoney(open.sum, currency, language, { compact: true })}
            {open.count > 0 && <small>{t('records.countOf', { count: open.count })}</small>}
          </dd>
        </div>
      )}
      {own.map((field) => (
        <div key={field.key}>
          <dt>{label(field.label)}</dt>
          <dd>
            <Value field={field} record={record} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
