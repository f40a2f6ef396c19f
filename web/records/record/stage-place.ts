import type { Step } from './step.ts'

/** How a step stands to the current one; `lost` and `won` are the ends that it has come to. */
type StagePlace = 'passed' | 'current' | 'won' | 'lost' | 'ahead'

/** `current` is the index of the record's step, -1 where it has none. A lost record has passed nothing. */
export function stagePlace(
  steps: readonly Pick<Step, 'outcome'>[],
  index: number,
  current: number,
): StagePlace {
  const outcome = steps[current]?.outcome
  if (index === current) return outcome === 'won' || outcome === 'lost' ? outcome : 'current'
  const own = steps[index]?.outcome
  return outcome !== 'lost' && index < current && own !== 'lost' ? 'passed' : 'ahead'
}
