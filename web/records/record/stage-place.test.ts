import { expect, test } from 'vitest'
import { stagePlace } from './stage-place.ts'

const stages = (['open', 'open', 'won', 'lost'] as const).map((outcome) => ({ outcome }))
const places = (current: number) => stages.map((_, index) => stagePlace(stages, index, current))

test('stages before the current one are passed', () => {
  expect(places(1)).toEqual(['passed', 'current', 'ahead', 'ahead'])
  expect(places(-1)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
})

test('a won record passed all, a lost one none', () => {
  expect(places(2)).toEqual(['passed', 'passed', 'won', 'ahead'])
  expect(places(3)).toEqual(['ahead', 'ahead', 'ahead', 'lost'])
})
