import { expect, test } from 'vitest'
import { meantEmail } from './email-slip.ts'

test.each([
  ['li@gmial.com', 'li@gmail.com'],
  ['li@gmal.com', 'li@gmail.com'],
  ['li@hotmial.com', 'li@hotmail.com'],
  ['li@outlok.com', 'li@outlook.com'],
  ['li@company.con', 'li@company.com'],
  ['li@gmail.com', undefined],
  ['li@qq.com', undefined],
  ['li@mail.com', undefined],
  ['li@example.org', undefined],
  ['li', undefined],
])('%s', (typed, meant) => expect(meantEmail(typed)).toBe(meant))
