import { expect, test } from 'vitest'
import { blankDraft } from '../composer-draft.ts'
import { fillFrom } from './fill-from.ts'

const gu = { object: 'contact', id: 'g', name: '顾承宇', email: 'gu@hongyuan.example' } as const
const shen = { object: 'contact', id: 's', name: '沈茜', email: undefined } as const
const known = { kinds: ['note', 'wechat', 'email'], people: [gu, shen] }
const pasted = {
  kind: 'wechat',
  at: '2026-11-20T06:03:00.000Z',
  people: ['沈茜'],
  addresses: ['gu@hongyuan.example'],
  body: '沈茜：好',
}

test('contacts are known by name or address, and what was written stays', () => {
  expect(fillFrom(pasted, { ...blankDraft, text: '背景' }, known)).toEqual({
    kind: 'wechat',
    at: pasted.at,
    participants: [
      { object: 'contact', id: 'g' },
      { object: 'contact', id: 's' },
    ],
    text: '背景\n\n沈茜：好',
  })
})

test('a kind that the workspace does not have is left alone', () => {
  expect(fillFrom({ ...pasted, kind: 'other' }, blankDraft, known)).not.toHaveProperty('kind')
})
