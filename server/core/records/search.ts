import { gramsOf } from '#server/core/expression/grams.ts'
import type { Scope } from '#server/core/expression/scope.ts'

/** Words that a search takes into account; more would only cost. */
const mostWords = 8

/** A search as it is looked for: lower case, narrow, its words. */
export function searchWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords)
}

/**
 * SQL: rows whose title, its pinyin or its pinyin initials have each word. A single ASCII letter has to begin the title or
 * one of its spellings, as almost every title has it somewhere.
 */
export function searchCondition(words: readonly string[], scope: Scope): string {
  const column = `${scope.alias}._search`
  return words
    .map((word) => {
      const grams = gramsOf(word)
      const place = scope.parameters.add(word, 'text')
      if (grams.length === 0)
        return `(starts_with(${column}, ${place}) or strpos(${column}, ' ' || ${place}) > 0)`
      return `(${scope.schema}._grams(${column}) @> ${scope.parameters.add(grams, 'text[]')} and strpos(${column}, ${place}) > 0)`
    })
    .join(' and ')
}

/** SQL after ORDER BY: titles that begin with the search, then words and initials that do, short titles before long ones. */
export function searchOrder(words: readonly string[], scope: Scope): string {
  const column = `${scope.alias}._search`
  const place = scope.parameters.add(words[0] ?? '', 'text')
  const rank = `case when starts_with(${column}, ${place}) then 0 when strpos(${column}, ' ' || ${place}) > 0 then 1 else 2 end`
  return `${rank}, length(${column}), ${scope.alias}.id`
}
