import { places } from '../places.ts'

/** The second key after G, by place: a page of the person, the settings, an object's name. */
const keys: Readonly<Record<string, string>> = {
  ...Object.fromEntries(places.map(({ key, name }) => [key, name])),
  s: 'settings',
  l: 'lead',
  c: 'company',
  p: 'contact',
  d: 'deal',
}

/** The place that G and a key lead to. */
export const placeOfGoKey = (key: string): string | undefined => keys[key.toLowerCase()]

/** How the keys that lead to a place are printed: `G C`; undefined where there are none. */
export function goKeyOf(place: string): string | undefined {
  const key = Object.keys(keys).find((one) => keys[one] === place)
  return key === undefined ? undefined : `G ${key.toUpperCase()}`
}

/** Every place that has a key, in the order of the table. */
export const goPlaces: readonly string[] = Object.values(keys)
