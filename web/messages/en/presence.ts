import type { Translation } from '../catalogue.ts'
import type { presence as source } from '../zh-CN/presence.ts'

export const presence: Translation<typeof source> = {
  looking: 'Also looking at this: {names}',
  online: 'Also here',
  here: 'Viewing',
}
