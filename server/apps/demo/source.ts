import { weighted } from './random.ts'

/** Where customers come from, by frequency; options of the field `source`. */
export const sourceAt = weighted([
  ['website', 20],
  ['referral', 18],
  ['exhibition', 14],
  ['event', 7],
  ['advertising', 9],
  ['search', 10],
  ['socialMedia', 7],
  ['coldCall', 8],
  ['partner', 5],
  ['tender', 2],
])
