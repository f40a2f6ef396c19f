import { expect, test } from 'vitest'
import { blankDraft, holdsSomething, readDraft } from './composer-draft.ts'

test('a draft comes back from the device as it was', () => {
  const draft = { ...blankDraft, kind: 'call', text: '预算批了', next: { at: null, subject: '回访' } }
  expect(readDraft(JSON.stringify(draft))).toEqual(draft)
})

test('what is no draft is a blank one', () => {
  for (const stored of [null, '', '{', '3', '[]', '{"text":5,"files":"x","other":1}'])
    expect(readDraft(stored)).toEqual(blankDraft)
})

test('a result alone is worth saving, a kind alone is not', () => {
  expect(holdsSomething({ ...blankDraft, outcome: 'noAnswer' })).toBe(true)
  expect(holdsSomething({ ...blankDraft, kind: 'call', text: '  ' })).toBe(false)
})
