/**
 * The grams that a text must have to contain `part`: all pairs of neighbours; for a single character beyond ASCII that
 * character; none (so no index helps) for a single ASCII one. The database's `_grams` makes them for what is stored.
 */
export function gramsOf(part: string): string[] {
  const characters = [...part.toLowerCase()]
  if (characters.length === 1) return characters[0]! > '~' ? characters : []
  const pairs = characters.slice(1).map((character, index) => [characters[index]!, character] as const)
  return [...new Set(pairs.filter(([a, b]) => a !== ' ' && b !== ' ').map(([a, b]) => a + b))]
}
