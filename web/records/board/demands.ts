import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { isBlank } from '#web/fields/index.ts'
import type { BoardColumn, Outcome } from './board-column.ts'

/** What a card has to say when it comes to an end, by name of the field, as far as its object has it. */
const demanded: Readonly<Record<Outcome, readonly string[]>> = {
  open: [],
  won: ['amount'],
  lost: ['lossReason'],
}

/** Fields that a column, or a step of a path, asks for before it takes a record, and that the record leaves blank. */
export function demandsOf(
  object: CatalogueObject,
  column: Pick<BoardColumn, 'outcome'>,
  record: RecordData,
): readonly Field[] {
  if (column.outcome === undefined) return []
  return demanded[column.outcome]
    .map((name) => object.fieldByName.get(name))
    .filter((field) => field?.writable === true)
    .filter((field) => field !== undefined)
    .filter((field) => isBlank(record[field.wire]))
}

/** All that any column may ask for: cards are read with it. */
export const demandable = (object: CatalogueObject): readonly Field[] =>
  Object.values(demanded)
    .flat()
    .map((name) => object.fieldByName.get(name))
    .filter((field) => field !== undefined)
