import type { Language } from '#shared/language.ts'

const collations: Readonly<Record<Language, string>> = {
  'zh-CN': 'zh-x-icu',
  'zh-TW': 'zh-Hant-x-icu',
  en: 'en-x-icu',
}

/** The collation by which a workspace of this language sorts names; index, sort and cursor use the same. Unquoted. */
export const collationOf = (language: Language): string => collations[language]
