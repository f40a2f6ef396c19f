import type { Language } from '#shared/language.ts'

const separator = /[,，、;；|\n\r]+/

/** The members of a list as people write it in one cell: `华东、VIP; 2026`. */
export const splitList = (text: string): readonly string[] =>
  text
    .split(separator)
    .map((member) => member.trim())
    .filter((member) => member !== '')

export const joinList = (members: readonly string[], language: Language): string =>
  members.join(language === 'en' ? ', ' : '、')
