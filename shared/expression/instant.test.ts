import { expect, test } from 'vitest'
import { compile, evaluate } from './index.ts'
import { momentByClock, writtenMoment } from './instant.ts'
import { catalogue } from './testing.ts'

test('a moment without an offset waits for a clock, one with an offset does not', () => {
  expect(writtenMoment('2026-11-20 08:30')).toBe('2026-11-20T08:30:00.000000')
  expect(writtenMoment('2026-11-20T08:30:00.5+08:00')).toBe('2026-11-20T00:30:00.500000Z')
  expect(writtenMoment('2026-11-31 08:30')).toBeUndefined()
})

test('a clock tells the moment, in the hour that it skips the one after, in one that it repeats the first', () => {
  const at = (text: string, timeZone: string) => momentByClock(writtenMoment(text)!, timeZone)
  expect(at('2026-11-20 08:30', 'Asia/Shanghai')).toBe('2026-11-20T00:30:00.000000Z')
  expect(at('2026-11-20 08:30Z', 'Asia/Shanghai')).toBe('2026-11-20T08:30:00.000000Z')
  expect(at('2026-03-29 02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000000Z')
  expect(at('2026-10-25 02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000000Z')
  expect(at('9999-12-31 23:30', 'America/New_York')).toBeUndefined()
})

test('one expression asks each reader’s own clock', () => {
  const node = compile('createdAt >= "2026-11-20 08:30"', catalogue, catalogue.object('company'), 'boolean')
  const asked = (timeZone: string) =>
    evaluate(node, () => '2026-11-20T03:00:00Z', { now: new Date(), timeZone, me: null })
  expect([asked('Asia/Shanghai'), asked('UTC'), asked('America/New_York')]).toEqual([true, false, false])
})
