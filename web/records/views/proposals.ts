import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { BoardDefinition, CalendarDefinition } from '#shared/metadata/view.ts'

/** Fields whose values can be the columns of a board: choices, and relations to records that have an order. */
export function boardFields(object: CatalogueObject, catalogue: Catalogue): readonly Field[] {
  return object.fields.filter(
    (field) =>
      field.type === 'select' ||
      (field.type === 'relation' &&
        !field.system &&
        catalogue.find(field.to ?? '')?.fieldByName.get('position')?.type === 'number'),
  )
}

const isOrdered = ({ type, name }: Field): boolean => type === 'relation' || name === 'status'

export const dateFields = (object: CatalogueObject): readonly Field[] =>
  object.fields.filter(({ type, name }) => (type === 'date' || type === 'dateTime') && name !== 'deletedAt')

/** The board that an object is shown as before anybody chose: by what has an order, else by its first choice. */
export function proposedBoard(object: CatalogueObject, catalogue: Catalogue): BoardDefinition | undefined {
  const fields = boardFields(object, catalogue)
  // What the list shows is what people go by.
  const listed = fields.filter(({ name }) => object.columns?.includes(name))
  const by = [...listed, ...fields].find(isOrdered) ?? listed[0] ?? fields[0]
  if (by === undefined) return undefined
  const sum = object.fields.find(({ type }) => type === 'money')
  return { by: by.name, ...(sum !== undefined && { sum: sum.name }) }
}

/** The dates that an object is laid out by before anybody chose: its first own one, to the end that goes with it. */
export function proposedCalendar(object: CatalogueObject): CalendarDefinition | undefined {
  const fields = dateFields(object)
  const own = fields.filter(({ system }) => !system)
  const start = own.find(({ writable }) => writable) ?? own[0] ?? fields[0]
  if (start === undefined) return undefined
  const end = own.find(
    ({ name, type }) => name !== start.name && type === start.type && /^end|End/.test(name),
  )
  return { start: start.name, ...(end !== undefined && { end: end.name }) }
}
