import { expect, test } from 'vitest'
import { readIdentifier } from './identifier.ts'

test.each([
  [' lin@qingyu.cn ', { email: 'lin@qingyu.cn' }],
  ['138 6201 4477', { mobile: '13862014477' }],
  ['+86 (138) 6201-4477', { mobile: '+8613862014477' }],
  ['lin', undefined],
  ['12345', undefined],
  ['', undefined],
])('%j is %j', (text, expected) => {
  expect(readIdentifier(text)).toEqual(expected)
})
