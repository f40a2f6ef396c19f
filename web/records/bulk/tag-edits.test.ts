import { expect, test } from 'vitest'
import { withoutTags, withTags } from './tag-edits.ts'

const records = [
  { id: '1', version: 1, tags: ['重点'] },
  { id: '2', version: 1, tags: null },
]
const values = (edits: readonly { values: Readonly<Record<string, unknown>> }[]) =>
  edits.map((edit) => edit.values.tags)

test('tags are added to those that lack them, and leave the others alone', () => {
  expect(values(withTags(records, 'tags', ['续约', '重点']))).toEqual([
    ['重点', '续约'],
    ['续约', '重点'],
  ])
  expect(withTags(records, 'tags', ['重点'])).toHaveLength(1)
})

test('the last tag leaves an empty field', () => {
  expect(values(withoutTags(records, 'tags', ['重点', '无']))).toEqual([null])
})
