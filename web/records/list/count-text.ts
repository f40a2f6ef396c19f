import type { Language } from '#shared/language.ts'
import { countLimit } from './use-list.ts'

/** `2,346`; `10,000+` where the server stopped counting. */
export const countText = (count: number, language: Language): string =>
  `${count.toLocaleString(language)}${count >= countLimit && count % countLimit === 0 ? '+' : ''}`
