import type { Translation } from '../catalogue.ts'
import type { board as source } from '../zh-CN/board.ts'

export const board: Translation<typeof source> = {}
