const han = /\p{Script=Han}/u

/**
 * What stands for a name: of a Chinese one the last character for a person (the given name), the first for a company;
 * two initials of any other.
 */
export function initialsOf(name: string, whose: 'person' | 'company' = 'person'): string {
  const trimmed = name.trim()
  const characters = [...trimmed.replace(/[（(].*$/u, '')].filter((character) => han.test(character))
  const one = characters.at(whose === 'person' ? -1 : 0)
  if (one !== undefined) return one
  const words = trimmed.split(/\s+/)
  const [first = ''] = words
  const rest = words.length > 1 ? (words.at(-1) ?? '') : ''
  return ([...first][0] ?? '').concat([...rest][0] ?? '').toUpperCase()
}
