/** The languages Kith speaks, as BCP 47 tags. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in every language: what an object, field or option is called. */
export type Label = Record<Language, string>

/** The first language of an Accept-Language header that Kith speaks; `fallback` where there is none. */
export function negotiateLanguage(header: string | undefined, fallback: Language = 'en'): Language {
  const ranges = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean)
      return { tag: tag.trim().toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((range) => range.tag !== '' && range.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranges) {
    if (/^zh-(tw|hk|mo|hant)/.test(tag)) return 'zh-TW'
    if (/^zh\b/.test(tag)) return 'zh-CN'
    if (/^en\b/.test(tag)) return 'en'
  }
  return fallback
}

/** The same text in every language, for names that a person gave in one language only. */
export function sameInAllLanguages(text: string): Label {
  return { 'zh-CN': text, 'zh-TW': text, en: text }
}
