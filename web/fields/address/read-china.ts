import { china } from './china.ts'
import type { Division } from './division.ts'

/** Every province, city and district, each behind what it lies in. A municipality is province and city at once. */
export function readChina(): readonly Division[] {
  const divisions: Division[] = []
  let province: Division = { id: '' }
  for (const line of china.trim().split('\n')) {
    const [first = '', ...districts] = line.trim().split(' ')
    if (!line.startsWith(' ')) {
      province = { id: first.slice(0, 6), province: first.slice(6) }
      divisions.push(province)
      continue
    }
    const above = cityOf(first, province)
    if (above.id !== province.id) divisions.push(above)
    for (const district of districts)
      divisions.push({
        ...above,
        id: `${first.slice(0, 4)}${district.slice(0, 2)}`,
        district: district.slice(2),
        within: above.id,
      })
  }
  return divisions
}

function cityOf(written: string, province: Division): Division {
  const name = written.slice(4)
  if (name === '-')
    return isMunicipality(province) ? { ...province, city: province.province ?? '' } : province
  if (name === province.province) return { ...province, city: name }
  return { ...province, id: `${written.slice(0, 4)}00`, city: name, within: province.id }
}

const isMunicipality = ({ province = '' }: Division): boolean => province.endsWith('市')
