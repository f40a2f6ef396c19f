import type { Language } from '#shared/language.ts'

/** The name of an object inside a sentence: “New deal”, but “New API key”; Chinese knows no capitals. */
export const inSentence = (name: string, language: Language): string =>
  language === 'en' && /^[A-Z][a-z ]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
