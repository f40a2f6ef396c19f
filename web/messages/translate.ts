import type { Language } from '#shared/language.ts'
import type { MessageKey, Messages, ParametersOf } from './catalogue.ts'
import { formatMessage } from './format.ts'

/** Gives the text of a key in the current language; its placeholders are parameters, typed by the source text. */
export type Translate = <Key extends MessageKey>(key: Key, ...parameters: ParametersOf<Key>) => string

export function translator(messages: Messages, language: Language): Translate {
  const texts = new Map<string, string>(
    Object.entries(messages).flatMap(([area, words]) =>
      Object.entries(words).map(([key, text]): [string, string] => [`${area}.${key}`, text]),
    ),
  )
  return (key, ...[parameters]) => formatMessage(texts.get(key) ?? key, parameters ?? {}, language)
}
