import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useRecordList } from '#web/data/index.ts'
import { relatedFilter, relatedLists } from './related.ts'
import { stageField } from './step.ts'
import { stagedList } from './use-outcome-sum.ts'

/** A record whose stages stand on the page: the record itself, or its greatest open deal. */
export interface Leading {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** Undefined where nothing below the record goes through stages, or nothing of it is open. */
export function useLeading(object: CatalogueObject, record: RecordData): Leading | undefined {
  const own = stageField(object) !== undefined
  const { pointing } = relatedLists(useCatalogue(), object)
  const related = own ? undefined : stagedList(pointing)
  const stage = related && stageField(related.object)
  const amount = related?.object.fields.find((field) => field.type === 'money')
  const query = {
    filter:
      related === undefined ? '' : `${relatedFilter(related, record.id)} and ${stage?.name}.outcome = "open"`,
    sort: `-${amount?.name}`,
    limit: 1,
  }
  const found = useRecordList(related?.object.name ?? '', query, related !== undefined)
  if (own) return { object, record }
  const leading = found.data?.pages[0]?.data[0]
  return related === undefined || leading === undefined
    ? undefined
    : { object: related.object, record: leading }
}
