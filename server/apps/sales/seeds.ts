import type { Label, Language } from '#shared/language.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { label } from '../declare.ts'
import type { Outcome } from './stamp-deal.ts'

/** Records of one object, as the write door takes them (wire names, ids given). */
interface Seed {
  readonly object: string
  readonly records: readonly Readonly<Record<string, unknown>>[]
}

const pipelineName = label('标准销售流程', '標準銷售流程', 'Standard pipeline')

const stages: readonly { readonly name: Label; readonly probability: number; readonly outcome: Outcome }[] = [
  { name: label('初步接触', '初步接觸', 'First contact'), probability: 10, outcome: 'open' },
  { name: label('需求确认', '需求確認', 'Needs confirmed'), probability: 25, outcome: 'open' },
  { name: label('方案报价', '方案報價', 'Proposal'), probability: 50, outcome: 'open' },
  { name: label('商务谈判', '商務洽談', 'Negotiation'), probability: 75, outcome: 'open' },
  { name: label('赢单', '成交', 'Won'), probability: 100, outcome: 'won' },
  { name: label('输单', '未成交', 'Lost'), probability: 0, outcome: 'lost' },
]

/** What a new workspace starts with, in its language: one pipeline and its stages. Write them in the order given. */
export function workspaceSeeds(language: Language): readonly Seed[] {
  const pipelineId = uuidv7()
  return [
    { object: 'pipeline', records: [{ id: pipelineId, name: pipelineName[language], position: 1 }] },
    {
      object: 'stage',
      records: stages.map((stage, index) => ({
        id: uuidv7(),
        name: stage.name[language],
        pipelineId,
        position: index + 1,
        probability: stage.probability,
        outcome: stage.outcome,
      })),
    },
  ]
}
