import type { Translation } from '../catalogue.ts'
import type { tasks as source } from '../zh-CN/tasks.ts'

export const tasks: Translation<typeof source> = {}
