import { IconCheck } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useRecordList } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './record.module.css'
import { stagePlace } from './stage-place.ts'
import type { InlineEdit } from './use-inline-edit.ts'

interface StagePathProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
}

/** The stages of the record's pipeline in order; a click moves the record there. */
export function StagePath({ object, record, edit }: StagePathProps) {
  const { t } = useMessages()
  const field = object.fields.find((one) => one.type === 'relation' && one.to === 'stage')
  const pipeline = object.fields.find((one) => one.type === 'relation' && one.to === 'pipeline')
  const pipelineId = pipeline === undefined ? undefined : record[pipeline.wire]
  const stages = useRecordList(
    'stage',
    {
      sort: 'position',
      limit: 50,
      ...(typeof pipelineId === 'string' && { filter: `pipelineId in ("${pipelineId}")` }),
    },
    field !== undefined,
  )
  const rows = stages.data?.pages.flatMap((page) => page.data) ?? []
  if (field === undefined || rows.length === 0) return null
  const current = rows.findIndex((stage) => stage.id === record[field.wire])
  return (
    <ol className={classes.path} aria-label={t('records.stagePath')}>
      {rows.map((stage, index) => (
        <li key={stage.id} data-place={stagePlace(rows, index, current)}>
          <button
            type="button"
            aria-current={index === current ? 'step' : undefined}
            disabled={index === current}
            title={t('records.moveTo', { stage: String(stage.name) })}
            onClick={() => edit.save(field, stage.id)}
          >
            {stagePlace(rows, index, current) === 'passed' && <IconCheck size={14} aria-hidden />}
            <span>{String(stage.name)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
