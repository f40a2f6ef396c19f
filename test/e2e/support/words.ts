import type { Language } from '#shared/language.ts'
import { loadFurther, loadMessages } from '#web/messages/catalogue.ts'
import { type Translate, textsOf, translator } from '#web/messages/translate.ts'

/** What the web app says, so that a test finds a button by its meaning and follows when its words are polished. */
export async function wordsOf(language: Language): Promise<Translate> {
  const further = textsOf(await loadFurther[language]())
  return translator(await loadMessages[language](), language, (key) => further.get(key))
}
