import { expect, test } from 'vitest'
import { goKeyOf, goPlaces, placeOfGoKey } from './go-keys.ts'

test('what is printed beside a place is what leads to it', () => {
  expect(goPlaces.map((place) => placeOfGoKey(goKeyOf(place)?.split(' ')[1] ?? ''))).toEqual(goPlaces)
  expect(goKeyOf('company')).toBe('G C')
})

test('a key or a place that is none has no counterpart', () => {
  expect(placeOfGoKey('q')).toBeUndefined()
  expect(goKeyOf('team')).toBeUndefined()
})
