import { expect, test } from 'vitest'
import { hueOf } from './hue.ts'
import { initialsOf } from './initials.ts'

test.each([
  ['林知夏', '夏'],
  ['欧阳若白（离职）', '白'],
  ['Lin Zhixia', 'LZ'],
  ['Ada', 'A'],
  ['Jean Luc Picard', 'JP'],
  ['', ''],
  ['(Acme) <img src=x>', 'AS'],
  ['👩‍👩‍👧 家庭', '庭'],
  ['🇨🇳 😀 Ada', '😀A'],
  ['שלום (123)', 'ש1'],
  ['\u200b\u3164x', 'X'],
  ['\u0301\u200b', ''],
])('%s shows %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('a company goes by the first character of its name', () => {
  expect(initialsOf('泓远精密制造', 'company')).toBe('泓')
  expect(initialsOf('Foxglove Engineering', 'company')).toBe('FE')
})

test('a hue belongs to an id and differs between ids', () => {
  const ids = Array.from({ length: 64 }, (_, index) => `0190-${index}`)
  expect(ids.map(hueOf)).toEqual(ids.map(hueOf))
  expect(new Set(ids.map(hueOf)).size).toBe(8)
})
