import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { neededFor, type RecordVerb, recordVerbs } from './record-verbs.ts'
import type { RecordData } from './records.ts'
import { useExplanation } from './use-explanation.ts'
import { useKnownMay } from './use-may-with.ts'

export type RecordMay = Readonly<Record<RecordVerb, boolean>>

/**
 * What the person may do with one record. Roles and the record itself mostly answer it; else the server is asked, and until it
 * answers nothing is offered that may be refused.
 */
export function useRecordMay(object: CatalogueObject, record: RecordData): RecordMay {
  const known = useKnownMay()
  const said = recordVerbs.map((verb) => known(object, record, verb))
  const { data } = useExplanation(object.name, record.id, undefined, said.includes(undefined))
  return Object.fromEntries(
    recordVerbs.map((verb, index) => [
      verb,
      said[index] ?? neededFor[verb].every((needed) => data?.[needed].allowed === true),
    ]),
  ) as RecordMay
}
