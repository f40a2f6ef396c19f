/** The second key after G, by place: an object's name, or a page. */
const places: Readonly<Record<string, string>> = {
  i: 'inbox',
  s: 'settings',
  l: 'lead',
  c: 'company',
  p: 'contact',
  d: 'deal',
}

/** The place that G and a key lead to. */
export const placeOfGoKey = (key: string): string | undefined => places[key.toLowerCase()]

/** How the keys that lead to a place are printed: `G C`; undefined where there are none. */
export function goKeyOf(place: string): string | undefined {
  const key = Object.keys(places).find((key) => places[key] === place)
  return key === undefined ? undefined : `G ${key.toUpperCase()}`
}

/** Every place that has a key, in the order of the table. */
export const goPlaces: readonly string[] = Object.values(places)
