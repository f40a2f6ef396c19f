import { useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { type Block, ofRecords } from './block.ts'

/** What stands above a block: the person's words, Kith's, or what it shows. */
export function useBlockTitle(): (block: Block) => string {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  return (block) => {
    if (block.title !== undefined && block.title !== '') return block.title
    if (block.words !== undefined) return t(block.words)
    if (!ofRecords(block)) return t(`home.kind_${block.kind}`)
    const object = catalogue.object(block.object)
    const name = label(object.pluralLabel ?? object.label)
    if (block.kind === 'list' || block.measure.field === undefined) return name
    const field = object.fieldByName.get(block.measure.field)
    return field === undefined ? name : t('home.fieldOf', { objects: name, field: label(field.label) })
  }
}
