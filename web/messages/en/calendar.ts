import type { Translation } from '../catalogue.ts'
import type { calendar as source } from '../zh-CN/calendar.ts'

export const calendar: Translation<typeof source> = {}
