import { expect, test } from 'vitest'
import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { initialValues } from './initial-values.ts'

const label = sameInAllLanguages('x')
const task = buildCatalogue(1, [
  {
    name: 'task',
    key: 'task',
    label,
    origin: 'shipped',
    fields: [
      { name: 'name', key: 'name', type: 'text', label, origin: 'shipped' },
      { name: 'status', key: 'status', type: 'select', label, origin: 'shipped', default: 'open' },
      { name: 'due', key: 'due', type: 'date', label, origin: 'shipped', default: { expression: 'today()' } },
      { name: 'company', key: 'company', type: 'relation', to: 'task', label, origin: 'shipped' },
    ],
  },
]).object('task')

test('a form begins with the defaults and what was filled in before', () => {
  expect(initialValues(task, { companyId: 'a' })).toEqual({ status: 'open', companyId: 'a' })
  expect(initialValues(task, { status: 'done' })).toEqual({ status: 'done' })
})

test('a link cannot fill in what cannot be written or is no field', () => {
  expect(initialValues(task, { createdAt: '2026-01-01', nonsense: 1 })).toEqual({ status: 'open' })
})
