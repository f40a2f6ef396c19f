import type { Translation } from '../catalogue.ts'
import type { inbox as source } from '../zh-CN/inbox.ts'

export const inbox: Translation<typeof source> = {}
