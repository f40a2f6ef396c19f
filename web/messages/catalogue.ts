import type { Language } from '#shared/language.ts'
import type { further } from './zh-CN/further.ts'
import type { messages as first } from './zh-CN/index.ts'

type Source = typeof first & typeof further
type Area = keyof Source

/** What a language must give for an area of the source language: every key, and no other. */
export type Translation<Words> = { readonly [Key in keyof Words]: string }

export type Messages = { readonly [Name in Area]: Translation<Source[Name]> }
/** What every screen may say. */
export type FirstMessages = Pick<Messages, keyof typeof first>
/** What the screens say that keep people, roles and sign-in; they wait for it. */
export type FurtherMessages = Pick<Messages, keyof typeof further>

/** `area.key`: `records.newRecord`. */
export type MessageKey = { [Name in Area]: `${Name}.${Extract<keyof Source[Name], string>}` }[Area]

type TextOf<Key extends MessageKey> = Key extends `${infer Name}.${infer Word}`
  ? Name extends Area
    ? Word extends keyof Source[Name]
      ? Source[Name][Word]
      : never
    : never
  : never

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

type Filled<Names extends string> = [Names] extends [never]
  ? readonly []
  : readonly [parameters: { readonly [Name in Names]: string | number }]

/** The parameters that the source text of a key asks for; none where it has no placeholder. */
export type ParametersOf<Key extends MessageKey> = Filled<Placeholders<TextOf<Key>>>

/** Keys whose text stands as it is: for tables of titles. */
export type PlainMessageKey = {
  [Key in MessageKey]: ParametersOf<Key> extends readonly [] ? Key : never
}[MessageKey]

/** Each language is a chunk of its own, loaded when somebody speaks it. */
export const loadMessages: Record<Language, () => Promise<FirstMessages>> = {
  'zh-CN': async () => (await import('./zh-CN/index.ts')).messages,
  'zh-TW': async () => (await import('./zh-TW/index.ts')).messages,
  en: async () => (await import('./en/index.ts')).messages,
}

export const loadFurther: Record<Language, () => Promise<FurtherMessages>> = {
  'zh-CN': async () => (await import('./zh-CN/further.ts')).further,
  'zh-TW': async () => (await import('./zh-TW/further.ts')).further,
  en: async () => (await import('./en/further.ts')).further,
}
