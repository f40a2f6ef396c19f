import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '#web/records/in-sentence.ts'

const unowned = 'isBlank(owner)'

/** How many records a pool of this condition holds now. */
export function HoldsNow({ object, condition }: { object: CatalogueObject; condition: string }) {
  const { t, label, language } = useMessages()
  const filter = condition.trim() === '' ? unowned : `${unowned} and (${condition})`
  const count = useRecordCount(object.name, { filter })
  if (count === undefined) return null
  const words = label(count === 1 ? object.label : (object.pluralLabel ?? object.label))
  return t('pools.holdsNow', { count, object: inSentence(words, language) })
}
