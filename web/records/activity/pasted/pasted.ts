import type { Locale } from '#shared/fields/field-type.ts'
import { readChat } from './chat.ts'
import { readMail } from './mail.ts'

/** A conversation or message that was copied out of another program. */
export interface Pasted {
  /** Value of the activity's kind: `wechat`, `email`, `other` for a program that has no kind of its own. */
  readonly kind: string
  /** When it began and ended, ISO 8601 UTC, where it tells. */
  readonly at?: string
  readonly endsAt?: string
  /** Who takes part, as they are called there, each once. */
  readonly people: readonly string[]
  /** Their mail addresses, in lower case. */
  readonly addresses: readonly string[]
  readonly subject?: string
  readonly body: string
}

/** Longer texts are documents, not messages. */
const longest = 200_000

/** What a pasted text tells of itself; undefined where it is neither chat nor mail. Costs time in proportion to its length. */
export function readPasted(text: string, locale: Locale): Pasted | undefined {
  if (text.length > longest) return undefined
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').split('\n')
  return readMail(lines, locale) ?? readChat(lines, locale)
}
