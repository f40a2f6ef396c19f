import type { WriteStep } from '#server/core/records/index.ts'
import { activityStep, taskStep } from './activities/activity-steps.ts'
import { dealStep } from './sales/deal-step.ts'

/** What follows from writes to standard objects, in order. */
export const writeSteps: readonly WriteStep[] = [dealStep, activityStep, taskStep]
