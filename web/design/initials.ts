const han = /\p{Script=Han}/u
/** What can be seen and read by itself: a bracket, a zero-width space or a lone mark stands for nobody. */
const telling = /[\p{L}\p{N}\p{Extended_Pictographic}](?<!\p{Default_Ignorable_Code_Point})/u

/**
 * What stands for a name: of a Chinese one the last character for a person (the given name), the first for a company;
 * two initials of any other.
 */
export function initialsOf(name: string, whose: 'person' | 'company' = 'person'): string {
  const trimmed = name.trim()
  const characters = [...trimmed.replace(/[（(].*$/u, '')].filter((character) => han.test(character))
  const one = characters.at(whose === 'person' ? -1 : 0)
  if (one !== undefined) return one
  const firsts = trimmed.split(/\s+/).flatMap((word) => telling.exec(word)?.[0] ?? [])
  const [first = '', ...rest] = firsts
  return first.concat(rest.at(-1) ?? '').toUpperCase()
}
