import type { Language } from '#shared/language.ts'
import { loadFurther } from './catalogue.ts'
import { textsOf } from './translate.ts'

const texts = new Map<Language, ReadonlyMap<string, string>>()

/** A text of the further messages, once they are there. */
export const furtherText = (language: Language, key: string): string | undefined =>
  texts.get(language)?.get(key)

/** Has the further messages at hand in a language, where some page asked for them before. */
export async function followFurther(language: Language): Promise<void> {
  if (texts.size > 0) await readFurther(language)
}

/** Loads a part of the app that says further messages, and these with it. */
export async function withFurther<T>(load: () => Promise<T>): Promise<T> {
  const [part] = await Promise.all([load(), readFurther(document.documentElement.lang as Language)])
  return part
}

async function readFurther(language: Language): Promise<void> {
  if (!texts.has(language)) texts.set(language, textsOf(await loadFurther[language]()))
}
