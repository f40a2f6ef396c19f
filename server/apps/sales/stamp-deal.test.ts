import { expect, test } from 'vitest'
import { type DealFacts, type StageFacts, stampDeal } from './stamp-deal.ts'

const now = '2026-11-20T08:00:00.000Z'
const earlier = '2026-10-01T00:00:00.000Z'
const stage = (id: string, probability: number, outcome: StageFacts['outcome'], pipelineId = 'p') => ({
  id,
  pipelineId,
  probability,
  outcome,
})
const stages = [
  stage('contact', 10, 'open'),
  stage('proposal', 50, 'open'),
  stage('won', 100, 'won'),
  stage('lost', 0, 'lost'),
  stage('renewal', 60, 'open', 'q'),
]
const at = (stageId: string, more: Partial<DealFacts> = {}): DealFacts => ({
  stageId,
  pipelineId: 'p',
  probability: stages.find(({ id }) => id === stageId)?.probability ?? null,
  closedAt: null,
  ...more,
})

test('a new deal takes pipeline and probability from its stage', () => {
  expect(stampDeal(null, { stageId: 'proposal' }, stages, now)).toEqual({ pipelineId: 'p', probability: 50 })
})

test('a new deal without a stage begins at the first', () => {
  expect(stampDeal(null, {}, stages, now)).toEqual({ stageId: 'contact', pipelineId: 'p', probability: 10 })
  expect(stampDeal(null, { pipelineId: 'q' }, stages, now)).toEqual({ stageId: 'renewal', probability: 60 })
  expect(stampDeal(null, { stageId: null }, stages, now)).toMatchObject({ stageId: 'contact' })
})

test('a probability given in the same write stands, a cleared one too', () => {
  expect(stampDeal(at('contact'), { stageId: 'proposal', probability: 70 }, stages, now)).toEqual({})
  expect(stampDeal(at('contact'), { stageId: 'proposal', probability: null }, stages, now)).toEqual({})
})

test('a probability set by hand outlives writes that leave the stage alone', () => {
  expect(stampDeal(at('proposal', { probability: 65 }), {}, stages, now)).toEqual({})
  expect(stampDeal(at('proposal', { probability: 65 }), { stageId: 'proposal' }, stages, now)).toEqual({})
})

test('winning and losing close a deal', () => {
  expect(stampDeal(at('proposal'), { stageId: 'won' }, stages, now)).toEqual({
    probability: 100,
    closedAt: now,
  })
  expect(stampDeal(at('proposal'), { stageId: 'lost' }, stages, now)).toEqual({
    probability: 0,
    closedAt: now,
  })
  expect(stampDeal(null, { stageId: 'won', closedAt: earlier }, stages, now)).not.toHaveProperty('closedAt')
})

test('a closed deal keeps its time until its outcome changes', () => {
  const won = at('won', { closedAt: earlier })
  expect(stampDeal(won, {}, stages, now)).toEqual({})
  expect(stampDeal(won, { stageId: 'lost' }, stages, now)).toEqual({ probability: 0, closedAt: now })
})

test('a reopened deal is no longer closed', () => {
  expect(stampDeal(at('won', { closedAt: earlier }), { stageId: 'proposal' }, stages, now)).toEqual({
    probability: 50,
    closedAt: null,
  })
})

test('the pipeline follows the stage, and a change of pipeline begins anew', () => {
  expect(stampDeal(at('proposal'), { stageId: 'renewal' }, stages, now)).toEqual({
    pipelineId: 'q',
    probability: 60,
  })
  expect(stampDeal(at('proposal'), { pipelineId: 'q' }, stages, now)).toEqual({
    stageId: 'renewal',
    probability: 60,
  })
  expect(stampDeal(at('proposal'), { pipelineId: 'q', stageId: 'won' }, stages, now)).toMatchObject({
    pipelineId: 'p',
  })
  expect(stampDeal(at('proposal'), { pipelineId: null }, stages, now)).toEqual({ pipelineId: 'p' })
})

test('an unknown stage is left to the check of relations', () => {
  expect(stampDeal(null, { stageId: 'nowhere' }, stages, now)).toEqual({})
})

test('a cleared stage leaves the rest as it is', () => {
  expect(stampDeal(at('proposal'), { stageId: null }, stages, now)).toEqual({})
})
