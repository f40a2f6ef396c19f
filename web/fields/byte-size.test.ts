import { expect, test } from 'vitest'
import { byteSize } from './byte-size.ts'

test('sizes take the unit that keeps them short', () => {
  expect(byteSize(0, 'en')).toBe('0 B')
  expect(byteSize(820, 'en')).toBe('820 B')
  expect(byteSize(1234, 'en')).toBe('1.2 KB')
  expect(byteSize(52_400_000, 'zh-CN')).toBe('52 MB')
  expect(byteSize(5e12, 'en')).toBe('5,000 GB')
})
