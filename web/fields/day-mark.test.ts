import { expect, test } from 'vitest'
import { dayMarkOf } from './day-mark.ts'

const calendar = {
  workdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '18:00',
  exceptions: [
    { date: '2026-10-01', works: false, name: '国庆节' },
    { date: '2026-10-10', works: true, name: '国庆节' },
  ],
}

test('days off and made-up working days are told from ordinary ones', () => {
  expect(dayMarkOf('2026-10-01', calendar)).toEqual({ works: false, name: '国庆节' })
  expect(dayMarkOf('2026-10-10', calendar)).toEqual({ works: true, name: '国庆节' })
  expect(dayMarkOf('2026-10-11', calendar)).toEqual({ works: false })
  expect(dayMarkOf('2026-10-12', calendar)).toBeUndefined()
})
