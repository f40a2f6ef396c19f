import type { Language } from '#shared/language.ts'

/** Each language in its own words, so that whoever reads it finds it. */
export const languageNames: Record<Language, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
}
