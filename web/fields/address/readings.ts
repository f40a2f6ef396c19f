import { syllables } from './syllables.ts'

const readings = new Map<string, readonly string[]>()
for (const group of syllables.trim().split(/\s+/)) {
  const syllable = /^[a-z]+/.exec(group)?.[0] ?? ''
  for (const character of group.slice(syllable.length))
    readings.set(character, [...(readings.get(character) ?? []), syllable])
}

/** At which character typed letters begin to spell a name: `suzhou`, `sz`, `szhou`; -1 where they do not. */
export function spelledFrom(letters: string, name: string): number {
  const characters = [...name]
  return characters.findIndex((_, at) => from(letters, characters, at))
}

function from(letters: string, characters: readonly string[], at: number): boolean {
  if (letters === '') return true
  const own = readings.get(characters[at] ?? '') ?? []
  return own.some(
    (syllable) =>
      syllable.startsWith(letters) ||
      (letters.startsWith(syllable) && from(letters.slice(syllable.length), characters, at + 1)) ||
      (letters[0] === syllable[0] && from(letters.slice(1), characters, at + 1)),
  )
}
