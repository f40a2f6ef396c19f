import type { Translation } from '../catalogue.ts'
import type { activity as source } from '../zh-CN/activity.ts'

export const activity: Translation<typeof source> = {}
