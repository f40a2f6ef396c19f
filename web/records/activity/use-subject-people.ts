import { type RecordData, useCatalogue, useObject, useRecord, useRecordList } from '#web/data/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { peopleFilter } from './subject-people.ts'

/** A contact who can take part in what is written down. */
export interface Person {
  readonly object: 'contact'
  readonly id: string
  readonly name: string
  readonly email: string | undefined
}

const most = 12

/** The contacts of a record, those dealt with last first. */
export function useSubjectPeople(name: string, id: string): readonly Person[] {
  const catalogue = useCatalogue()
  const object = useObject(name)
  const record = useRecord(name, id).data
  const filter = record === undefined ? undefined : peopleFilter(catalogue, object, record)
  const target = catalogue.find('contact')
  const query = { filter: filter ?? '', sort: '-lastActivityAt', limit: most }
  const found = useRecordList('contact', query, filter !== undefined && target !== undefined)
  if (filter === undefined) return []
  const rows = found.data?.pages.flatMap((page) => page.data) ?? []
  return rows.map((row: RecordData) => ({
    object: 'contact',
    id: row.id,
    name: titleOf(target, row),
    email: typeof row.email === 'string' ? row.email.toLowerCase() : undefined,
  }))
}
