import type { Translation } from '../catalogue.ts'
import type { outbox as source } from '../zh-CN/outbox.ts'

export const outbox: Translation<typeof source> = {}
