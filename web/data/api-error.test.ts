import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'

const error = new ApiError(400, {
  code: 'invalid_input',
  detail: '有2处输入需要修改',
  errors: [
    { path: '/amount', code: 'invalid_number', message: '不是有效的数字' },
    { path: '0.name', code: 'required', message: '不能为空' },
    'nonsense',
  ],
})

test('a problem is found by the input it belongs to, however the path is written', () => {
  expect(error.messageFor('amount')).toBe('不是有效的数字')
  expect(error.messageFor('name')).toBe('不能为空')
  expect(error.messageFor('email')).toBeUndefined()
})

test('an answer that is no problem document is still an error with a text', () => {
  expect(new ApiError(502, {})).toMatchObject({ code: 'internal', detail: 'HTTP 502', errors: [] })
})
