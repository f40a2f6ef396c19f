import type { Language } from '#shared/language.ts'
import type { FirstMessages, MessageKey, ParametersOf } from './catalogue.ts'
import { formatMessage } from './format.ts'

/** Gives the text of a key in the current language; its placeholders are parameters, typed by the source text. */
export type Translate = <Key extends MessageKey>(key: Key, ...parameters: ParametersOf<Key>) => string

/** @param further gives texts that came later */
export function translator(
  messages: FirstMessages,
  language: Language,
  further: (key: string) => string | undefined,
): Translate {
  const texts = textsOf(messages)
  return (key, ...[parameters]) =>
    formatMessage(texts.get(key) ?? further(key) ?? key, parameters ?? {}, language)
}

/** Texts by their keys, `area.key`. */
export const textsOf = (messages: object): Map<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([area, words]) =>
      Object.entries(words as Readonly<Record<string, string>>).map(([key, text]): [string, string] => [
        `${area}.${key}`,
        text,
      ]),
    ),
  )
