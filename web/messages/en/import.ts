import type { Translation } from '../catalogue.ts'
import type { importing as source } from '../zh-CN/import.ts'

export const importing: Translation<typeof source> = {
  title: 'Import',
}
