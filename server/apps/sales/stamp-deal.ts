export type Outcome = 'open' | 'won' | 'lost'

/** What the rules read of a deal, by wire name. */
export interface DealFacts {
  readonly stageId: string | null
  readonly pipelineId: string | null
  /** Per cent, 0…100. */
  readonly probability: number | null
  /** ISO 8601 UTC. */
  readonly closedAt: string | null
}

export interface StageFacts {
  readonly id: string
  readonly pipelineId: string
  /** Per cent, 0…100. */
  readonly probability: number | null
  readonly outcome: Outcome
}

/**
 * The fields that follow from a deal's stage.
 *
 * A new deal without a stage begins at the first open stage of its pipeline, or of the first pipeline; so does a deal
 * that is moved to another pipeline. A new stage brings its pipeline and its probability, and closes or reopens the deal.
 * @param before the deal as it was; null when it is being created
 * @param given what this write names, and only that: an explicit probability or `closedAt` stands
 * @param stages all stages, ordered by pipeline and position
 * @param now time of the write, ISO 8601 UTC
 * @returns the members to write beside `given`; empty where nothing follows
 */
export function stampDeal(
  before: DealFacts | null,
  given: Partial<DealFacts>,
  stages: readonly StageFacts[],
  now: string,
): Partial<DealFacts> {
  const stage = stageAfter(before, given, stages)
  if (stage === undefined) return {}
  const previous = stages.find(({ id }) => id === before?.stageId)
  const moved = stage.id !== previous?.id
  const stamped: { -readonly [K in keyof DealFacts]?: DealFacts[K] } = {}
  if (stage.id !== (given.stageId ?? before?.stageId)) stamped.stageId = stage.id
  if (stage.pipelineId !== ('pipelineId' in given ? given.pipelineId : before?.pipelineId))
    stamped.pipelineId = stage.pipelineId
  if (moved && given.probability === undefined) stamped.probability = stage.probability
  if (given.closedAt === undefined) {
    const closed = stage.outcome !== 'open'
    if (closed && (stage.outcome !== previous?.outcome || before?.closedAt == null)) stamped.closedAt = now
    if (!closed && before?.closedAt != null) stamped.closedAt = null
  }
  return stamped
}

function stageAfter(
  before: DealFacts | null,
  given: Partial<DealFacts>,
  stages: readonly StageFacts[],
): StageFacts | undefined {
  if (given.stageId != null) return stages.find(({ id }) => id === given.stageId)
  const current = given.stageId === null ? undefined : stages.find(({ id }) => id === before?.stageId)
  if (given.pipelineId != null && current?.pipelineId !== given.pipelineId)
    return stages.find(({ pipelineId, outcome }) => pipelineId === given.pipelineId && outcome === 'open')
  if (current !== undefined || before !== null) return current
  return stages.find(({ outcome }) => outcome === 'open')
}
