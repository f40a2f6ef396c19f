import { expect, test } from 'vitest'
import { detailLines } from './detail-lines.ts'

test('changes are told by member, with what was before', () => {
  const changes = {
    timeZone: { before: 'UTC', after: 'Asia/Taipei' },
    'calendar.exceptions': { before: [], after: ['x'] },
  }
  expect(detailLines({ changes, device: 'Chrome' })).toEqual([
    { name: 'timeZone', before: 'UTC', after: 'Asia/Taipei' },
    { name: 'calendar.exceptions', before: '—', after: 'x' },
  ])
})

test('anything else stands as it is', () => {
  expect(detailLines({ filter: 'level = "A"', fields: ['name', 'phone'], within: 60 })).toEqual([
    { name: 'filter', after: 'level = "A"' },
    { name: 'fields', after: 'name, phone' },
    { name: 'within', after: '60' },
  ])
})
