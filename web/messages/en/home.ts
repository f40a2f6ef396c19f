import type { Translation } from '../catalogue.ts'
import type { home as source } from '../zh-CN/home.ts'

export const home: Translation<typeof source> = {}
