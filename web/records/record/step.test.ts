import { expect, test } from 'vitest'
import { nextStep, type Step } from './step.ts'

const steps: readonly Step[] = [
  { value: 'a', name: 'A', outcome: 'open' },
  { value: 'b', name: 'B', outcome: 'open' },
  { value: 'w', name: 'Won', outcome: 'won' },
  { value: 'l', name: 'Lost', outcome: 'lost' },
]

test('the way leads on to the end that is wanted, and no further', () => {
  expect(nextStep(steps, undefined)?.value).toBe('a')
  expect(nextStep(steps, 'a')?.value).toBe('b')
  expect(nextStep(steps, 'b')?.value).toBe('w')
  expect(nextStep(steps, 'w')).toBeUndefined()
  expect(nextStep(steps, 'l')).toBeUndefined()
})
