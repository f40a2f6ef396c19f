import { pinyinInitials } from './pinyin-initials.ts'

/** Whether a title has what is typed in it, or begins with it by the initials of its pinyin. */
export function fits(title: string, typed: string): boolean {
  const text = typed.toLowerCase()
  return title.toLowerCase().includes(text) || pinyinInitials(title).startsWith(text)
}
