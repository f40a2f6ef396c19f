import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** Where the columns of a board come from. */
export type ColumnSource =
  | { readonly kind: 'options'; readonly field: Field }
  | {
      readonly kind: 'records'
      readonly field: Field
      /** Object of the records that are the columns. */
      readonly target: CatalogueObject
      /** Whether people gave them an order of their own. */
      readonly ordered: boolean
      /** Columns belong to one of these each (a stage to its pipeline), and so do the cards. */
      readonly parent: ColumnParent | undefined
    }

export interface ColumnParent {
  readonly object: CatalogueObject
  /** Relation of the cards to it. */
  readonly own: Field
  /** Relation of the columns to it. */
  readonly theirs: Field
}

/** Undefined where the field is gone, or of a type that makes no columns. */
export function sourceOf(
  object: CatalogueObject,
  by: string,
  catalogue: Catalogue,
): ColumnSource | undefined {
  const field = object.fieldByName.get(by)
  if (field === undefined) return undefined
  if (field.type === 'select') return { kind: 'options', field }
  const target = catalogue.find(field.type === 'user' ? 'user' : (field.to ?? ''))
  if ((field.type !== 'relation' && field.type !== 'user') || target === undefined) return undefined
  const ordered = target.fieldByName.get('position')?.type === 'number'
  return { kind: 'records', field, target, ordered, parent: parentOf(object, field, target, catalogue) }
}

function parentOf(
  object: CatalogueObject,
  field: Field,
  target: CatalogueObject,
  catalogue: Catalogue,
): ColumnParent | undefined {
  for (const theirs of target.fields) {
    if (theirs.system || theirs.type !== 'relation' || theirs.required !== true) continue
    const own = object.fields.find(
      (one) => !one.system && one !== field && one.type === 'relation' && one.to === theirs.to,
    )
    const parent = catalogue.find(theirs.to ?? '')
    if (own !== undefined && parent !== undefined) return { object: parent, own, theirs }
  }
  return undefined
}

/** Fields by which a board can be laid out. */
export const boardChoices = (object: CatalogueObject, catalogue: Catalogue): readonly Field[] =>
  object.fields.filter(
    (field) =>
      field.writable &&
      (field.type === 'select' ||
        field.type === 'user' ||
        (field.type === 'relation' && catalogue.find(field.to ?? '')?.fieldByName.has('position') === true)),
  )
