import { listRecords, type WriteBatch, type WriteStep } from '#server/core/records/index.ts'
import { type DealFacts, type StageFacts, stampDeal } from './stamp-deal.ts'

// Wire name → column of what follows from a deal's stage.
const columns = {
  stageId: 'stage',
  pipelineId: 'pipeline',
  probability: 'probability',
  closedAt: 'closed_at',
} as const satisfies Record<keyof DealFacts, string>

const facts = Object.entries(columns) as [keyof DealFacts, string][]

/** Moves a deal's pipeline, probability and closing with its stage, whoever writes it. */
export const dealStep: WriteStep = {
  name: 'deal.stage',
  object: 'deal',
  watches: new Set(Object.values(columns)),
  async stamp({ cx, rows }) {
    const stages = await stagesOf(cx)
    const now = cx.now().toISOString()
    for (const row of rows) {
      const given = pick(row.columns)
      const stamped = stampDeal(
        row.before === null ? null : { ...nothing, ...pick(row.before) },
        given,
        stages,
        now,
      )
      for (const [fact, column] of facts) if (fact in stamped) row.columns[column] = stamped[fact]
    }
  },
}

const nothing: DealFacts = { stageId: null, pipelineId: null, probability: null, closedAt: null }

function pick(values: Readonly<Record<string, unknown>>): Partial<DealFacts> {
  return Object.fromEntries(
    facts
      .filter(([, column]) => values[column] !== undefined)
      .map(([fact, column]) => [fact, values[column]]),
  )
}

async function stagesOf(cx: WriteBatch['cx']): Promise<StageFacts[]> {
  const fields = ['pipeline', 'probability', 'outcome']
  const text = await listRecords(cx, 'stage', {
    sort: ['pipeline.createdAt', 'pipelineId', 'position'],
    fields,
    limit: 1_000,
  })
  return (JSON.parse(text) as { data: StageFacts[] }).data
}
