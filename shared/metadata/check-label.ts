import { type Label, type Language, languages, sameInAllLanguages } from '#shared/language.ts'
import { aText, type Check, checkMembers, isRecord } from './report.ts'

// Whose words a reader of a language understands best where its own are missing.
const substitutes: Readonly<Record<Language, readonly Language[]>> = {
  'zh-CN': ['zh-TW', 'en'],
  'zh-TW': ['zh-CN', 'en'],
  en: ['zh-CN', 'zh-TW'],
}

/** A text for all languages, or one for each; languages that are left out get the nearest one's. */
export const aLabel =
  (most: number): Check<Label> =>
  (value, path, report) => {
    const text = aText(most)
    if (!isRecord(value)) {
      const same = text(value, path, report)
      return same === undefined ? undefined : sameInAllLanguages(same)
    }
    const given = checkMembers<Label>(value, path, { 'zh-CN': text, 'zh-TW': text, en: text }, report)
    const in_ = (language: Language) =>
      given[language] ?? substitutes[language].map((other) => given[other]).find((other) => other)
    const [simplified, traditional, english] = languages.map(in_)
    if (simplified === undefined || traditional === undefined || english === undefined) {
      if (Object.keys(value).length === 0) report(path, 'required', { label: 'label' })
      return undefined
    }
    return { 'zh-CN': simplified, 'zh-TW': traditional, en: english }
  }
