import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { relatedLists } from './related.ts'
import { StageSteps } from './stage-steps.tsx'
import { stageField, statusField, stepsOfChoices, stepsOfStages } from './step.ts'
import { useLeading } from './use-leading.ts'
import { stagedList } from './use-outcome-sum.ts'
import { useStages } from './use-stages.ts'

interface StagePathProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** How far the record, or the greatest open deal below it, has come; without stages the record's own state. */
export function StagePath({ object, record }: StagePathProps) {
  const { label } = useMessages()
  const leading = useLeading(object, record)
  const stages = useStages(leading?.object ?? object, leading?.record)
  const staged = stagedList(relatedLists(useCatalogue(), object).pointing)
  const field = leading && stageField(leading.object)
  if (leading !== undefined && field !== undefined) {
    if (stages.length === 0) return null
    return (
      <StageSteps of={leading} own={leading.object === object} field={field} steps={stepsOfStages(stages)} />
    )
  }
  const status = statusField(object)
  // The state of a company is no way that it goes: its deals go it.
  if (status === undefined || staged !== undefined) return null
  return <StageSteps of={{ object, record }} own field={status} steps={stepsOfChoices(status, label)} />
}
