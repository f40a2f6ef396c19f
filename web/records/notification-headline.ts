import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { Notification } from '#web/data/notifications.ts'
import type { MessagesInUse } from '#web/messages/use-messages.ts'
import { inSentence } from './in-sentence.ts'

/** What happened, as a sentence without the record's name: `林知夏提到了你`. */
export function headline(
  { t, label, language }: Pick<MessagesInUse, 't' | 'label' | 'language'>,
  catalogue: Catalogue,
  { kind, actor, object: name, count, alert, text }: Notification,
): string {
  const object = catalogue.find(name)
  const kindOfRecord = inSentence(label(object?.label), language) || t('inbox.record')
  const kindOfRecords = inSentence(label(object?.pluralLabel ?? object?.label), language) || t('inbox.record')
  const who = actor?.name ?? t('inbox.someone')
  if (alert !== null) return t(`inbox.alert_${alert.rule}`, { count })
  if (kind === 'unreached') return t('inbox.unreached', { name: text || t('inbox.someone') })
  if (kind === 'reminder') return t('inbox.reminder')
  if (kind === 'mention') return t('inbox.mention', { name: who })
  return count > 1
    ? t('inbox.assignedMany', { name: who, count, object: kindOfRecords })
    : t('inbox.assigned', { name: who, object: kindOfRecord })
}
