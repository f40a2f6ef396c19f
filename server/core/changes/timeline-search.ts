import type { Parameters } from '#server/core/expression/scope.ts'

/** SQL: a text holds each of the words, which are in lower case. */
export function holdsSearch(text: string, words: readonly string[], parameters: Parameters): string {
  const held = words.map(
    (word) => `strpos(lower(coalesce(${text}, '')), ${parameters.add(word, 'text')}) > 0`,
  )
  return held.length === 0 ? 'true' : `(${held.join(' and ')})`
}
