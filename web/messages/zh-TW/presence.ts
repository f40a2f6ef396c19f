import type { Translation } from '../catalogue.ts'
import type { presence as source } from '../zh-CN/presence.ts'

export const presence: Translation<typeof source> = {
  looking: '{names}正在檢視',
  online: '同時在線',
  here: '正在檢視',
}
