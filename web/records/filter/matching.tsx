import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { countText } from '../list/count-text.ts'

import classes from './filter-panel.module.css'

/** How many records the filter leaves of how many. */
export function Matching({ object, count }: { object: CatalogueObject; count: number | undefined }) {
  const { t, label, language } = useMessages()
  const total = useRecordCount(object.name, {})
  if (count === undefined || total === undefined) return <span className={classes.matching} />
  const name = inSentence(label(object.pluralLabel ?? object.label), language)
  const mark = '\u0000'
  const [before = '', after = ''] = t('views.matching', {
    count: mark,
    object: name,
    total: countText(total, language),
  }).split(mark)
  return (
    <span className={classes.matching} aria-live="polite">
      {before}
      <strong>{countText(count, language)}</strong>
      {after}
    </span>
  )
}
