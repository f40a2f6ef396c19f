import { expect, test } from 'vitest'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { dialAddressOf, mailAddressOf, mapAddressOf, wechatOf } from './reach.ts'

const label = sameInAllLanguages('x')
const field = (name: string, type: FieldTypeName) => ({
  name,
  key: name,
  type,
  label,
  origin: 'shipped' as const,
})
const contact = buildCatalogue(1, [
  {
    name: 'contact',
    key: 'contact',
    label,
    origin: 'shipped',
    fields: [
      field('name', 'text'),
      field('phone', 'phone'),
      field('mobile', 'phone'),
      field('email', 'email'),
      field('wechat', 'text'),
      field('address', 'address'),
    ],
  },
]).object('contact')
const record = (values: object) => ({ id: 'a', version: 1, ...values })
const here = { language: 'zh-CN', country: 'CN' } as const

test('the mobile is dialled before any other number', () => {
  expect(dialAddressOf(contact, record({ phone: '021-5550', mobile: '+86 138-0013' }))).toBe('tel:+861380013')
  expect(dialAddressOf(contact, record({ phone: '021-5550' }))).toBe('tel:0215550')
})

test('an address that is written to cannot carry further headers', () => {
  expect(mailAddressOf(contact, record({ email: 'a@b.example?bcc=x@y.example' }))).toBe(
    'mailto:a@b.example%3Fbcc%3Dx@y.example',
  )
})

test('an address leads to the map of its country', () => {
  const place = { country: 'CN', city: '苏州市', street: '星湖街328号' }
  expect(mapAddressOf(contact, record({ address: place }), here)).toMatch(/^https:\/\/uri\.amap\.com\/search/)
  expect(mapAddressOf(contact, record({ address: { ...place, country: 'TW' } }), here)).toMatch(/google/)
})

test('what the record does not have leads nowhere', () => {
  expect([
    dialAddressOf(contact, record({})),
    mailAddressOf(contact, record({ email: '' })),
    wechatOf(contact, record({})),
    mapAddressOf(contact, record({ address: null }), here),
  ]).toEqual([undefined, undefined, undefined, undefined])
})
