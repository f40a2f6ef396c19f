import { quote } from '#shared/expression/print.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useRecordList } from '#web/data/index.ts'

/** The stages of a record's pipeline in their order. */
export function useStages(object: CatalogueObject, record: RecordData | undefined): readonly RecordData[] {
  const pipeline = object.fields.find((field) => field.type === 'relation' && field.to === 'pipeline')
  const id = pipeline === undefined ? undefined : record?.[pipeline.wire]
  const stages = useRecordList(
    'stage',
    {
      sort: 'position',
      limit: 50,
      ...(typeof id === 'string' && { filter: `pipelineId in (${quote(id)})` }),
    },
    record !== undefined && object.fields.some((field) => field.to === 'stage'),
  )
  return stages.data?.pages.flatMap((page) => page.data) ?? []
}
