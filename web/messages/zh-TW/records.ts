import type { Translation } from '../catalogue.ts'
import type { records as source } from '../zh-CN/records.ts'

export const records: Translation<typeof source> = {
  newRecord: '新增{object}',
}
