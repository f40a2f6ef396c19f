import { expect, test } from 'vitest'
import { placeOf } from './browser-place.ts'

test.each([
  ['Asia/Shanghai', 'en-US', 'CNY'],
  ['Asia/Taipei', 'zh-TW', 'TWD'],
  ['Europe/Berlin', 'de', 'EUR'],
  ['UTC', 'zh', 'CNY'],
  ['America/New_York', 'en-US', 'USD'],
])('%s in %s starts with %s', (timeZone, locale, currency) => {
  expect(placeOf(timeZone, locale)).toEqual({ timeZone, currency })
})
