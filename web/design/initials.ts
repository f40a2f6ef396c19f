const han = /\p{Script=Han}/u

/** What stands for a name on an avatar: the last character of a Chinese name, two initials of any other. */
export function initialsOf(name: string): string {
  const trimmed = name.trim()
  const characters = [...trimmed.replace(/[（(].*$/u, '')].filter((character) => han.test(character))
  const last = characters.at(-1)
  if (last !== undefined) return last
  const words = trimmed.split(/\s+/)
  const [first = ''] = words
  const rest = words.length > 1 ? (words.at(-1) ?? '') : ''
  return ([...first][0] ?? '').concat([...rest][0] ?? '').toUpperCase()
}
