import type { WriteStep } from '#server/core/records/index.ts'
import { dealStep } from './sales/deal-step.ts'
import { activityStep, taskStep } from './work/activity-steps.ts'

/** What follows from writes to standard objects, in order. */
export const writeSteps: readonly WriteStep[] = [dealStep, activityStep, taskStep]
