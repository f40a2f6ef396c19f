import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'

/** What the plain list of an object is called: “All companies”. */
export function useAllName(object: CatalogueObject): string {
  const { t, label, language } = useMessages()
  return t('views.all', { objects: inSentence(label(object.pluralLabel ?? object.label), language) })
}
