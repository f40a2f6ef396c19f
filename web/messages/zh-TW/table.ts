import type { Translation } from '../catalogue.ts'
import type { table as source } from '../zh-CN/table.ts'

export const table: Translation<typeof source> = {}
