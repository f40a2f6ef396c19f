import type { Division } from './division.ts'
import { taiwan } from './taiwan.ts'

/** Every 縣市, and behind it its 鄉鎮市區 with their postal codes. */
export function readTaiwan(): readonly Division[] {
  return taiwan
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [city = '', ...districts] = line.split(' ')
      return [
        { id: city, city },
        ...districts.map((district) => ({
          id: `${district.slice(0, 3)}${city}`,
          city,
          district: district.slice(3),
          postalCode: district.slice(0, 3),
          within: city,
        })),
      ]
    })
}
