import type { Translation } from '../catalogue.ts'
import type { fields as source } from '../zh-CN/fields.ts'

export const fields: Translation<typeof source> = {
  empty: '未填寫',
}
