import { usePreference } from '#web/data/preferences.ts'
import { type Density, densities } from '#web/design/density.ts'

interface DensityInUse {
  readonly density: Density
  /** Height of a table's row in pixels, for what reckons with it. */
  readonly row: number
  /** Height of the names above a table's columns, likewise. */
  readonly head: number
  readonly setDensity: (next: Density) => void
}

/** How closely lists are set, as the person likes it. */
export function useDensity(): DensityInUse {
  const [density, setDensity] = usePreference<Density>('density', 'standard')
  const { row, head } = densities.find(({ name }) => name === density) ?? { row: 36, head: 32 }
  return { density, row, head, setDensity }
}
