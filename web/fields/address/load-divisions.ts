import type { Division } from './division.ts'

const readers: Readonly<Record<string, () => Promise<readonly Division[]>>> = {
  CN: async () => (await import('./read-china.ts')).readChina(),
  TW: async () => (await import('./read-taiwan.ts')).readTaiwan(),
}
const loaded = new Map<string, Promise<readonly Division[]>>()

/** Whether the divisions of a country are known. */
export const hasDivisions = (country: string): boolean => Object.hasOwn(readers, country)

/** The divisions of a country (ISO 3166-1), read once; none where they are not known. */
export function loadDivisions(country: string): Promise<readonly Division[]> {
  const known = loaded.get(country) ?? readers[country]?.() ?? Promise.resolve([])
  loaded.set(country, known)
  return known
}
