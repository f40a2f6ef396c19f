import type { Translation } from '../catalogue.ts'
import type { views as source } from '../zh-CN/views.ts'

export const views: Translation<typeof source> = {}
