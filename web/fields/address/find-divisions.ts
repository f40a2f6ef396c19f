import { type Division, nameOf, pathOf } from './division.ts'
import { spelledFrom } from './readings.ts'

const most = 50
const unfit = 4
const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\s'·]/g, '')
    .replaceAll('台', '臺')

/** What is typed of a place: part of its name or path, its pinyin or initials, its code. The greater ones come first. */
export function findDivisions(divisions: readonly Division[], typed: string): readonly Division[] {
  const wanted = folded(typed)
  const spelt = /^[a-z]+$/.test(wanted)
  const hits = divisions
    .map((division) => ({ division, rank: rankOf(division, wanted, spelt) }))
    .filter(({ rank }) => rank < unfit)
  return hits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ division }) => division)
}

function rankOf(division: Division, wanted: string, spelt: boolean): number {
  const name = nameOf(division)
  if (spelt) return [0, 1][Math.min(spelledFrom(wanted, name), 1)] ?? unfit
  if (/^\d+$/.test(wanted)) return division.id.startsWith(wanted) ? 0 : unfit
  const own = folded(name)
  if (own.startsWith(wanted)) return 0
  if (own.includes(wanted)) return 1
  return contains(folded(pathOf(division)), wanted) ? 2 : unfit
}

/** In order, with what people leave out: 江苏苏州园区 is in 江苏省苏州市苏州工业园区. */
function contains(path: string, wanted: string): boolean {
  let at = 0
  for (const character of wanted) {
    at = path.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}
