import { expect, test } from 'vitest'
import { mentionQuery } from './mention-query.ts'

const at = (text: string) => mentionQuery(text, text.length)

test('an @ asks for people, also inside Chinese text', () => {
  expect(at('@')).toEqual({ start: 0, text: '' })
  expect(at('请@林')).toEqual({ start: 1, text: '林' })
  expect(at('ask @lin')).toEqual({ start: 4, text: 'lin' })
})

test('a mail address, an ended name and text behind the caret ask for nobody', () => {
  expect(at('lin@kith')).toBeUndefined()
  expect(at('@林 好')).toBeUndefined()
  expect(at('@林，')).toBeUndefined()
  expect(mentionQuery('好 @林', 1)).toBeUndefined()
})
