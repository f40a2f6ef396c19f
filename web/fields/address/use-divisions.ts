import { useEffect, useState } from 'react'
import type { Division } from './division.ts'
import { loadDivisions } from './load-divisions.ts'

/** The divisions of a country; none until they have come. */
export function useDivisions(country: string): readonly Division[] {
  const [divisions, setDivisions] = useState<readonly Division[]>([])
  useEffect(() => {
    let wanted = true
    setDivisions([])
    void loadDivisions(country).then((loaded) => wanted && setDivisions(loaded))
    return () => {
      wanted = false
    }
  }, [country])
  return divisions
}
