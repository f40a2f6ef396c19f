import type { Label } from '../language.ts'

/** A refusal: its HTTP status and its text in each language. `{name}` in a text is filled from the error's parameters. */
export interface ErrorEntry {
  readonly status: number
  readonly message: Label
}

export const entry = (status: number, zhCN: string, zhTW: string, en: string): ErrorEntry => ({
  status,
  message: { 'zh-CN': zhCN, 'zh-TW': zhTW, en },
})
