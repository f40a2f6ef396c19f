import type { RecordData } from '#web/data/index.ts'

/** How a stage stands to the current one; `lost` and `won` are the ends that it has come to. */
export type StagePlace = 'passed' | 'current' | 'won' | 'lost' | 'ahead'

/** `current` is the index of the record's stage, -1 where it has none. A lost record has passed nothing. */
export function stagePlace(stages: readonly RecordData[], index: number, current: number): StagePlace {
  const outcome = stages[current]?.outcome
  if (index === current) return outcome === 'won' || outcome === 'lost' ? outcome : 'current'
  const own = stages[index]?.outcome
  return outcome !== 'lost' && index < current && own !== 'lost' ? 'passed' : 'ahead'
}
