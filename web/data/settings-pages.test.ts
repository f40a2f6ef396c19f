import { expect, test } from 'vitest'
import type { Right } from '#shared/access/permissions.ts'
import { mayOpenSettings } from './settings-pages.ts'

const having = (...rights: readonly Right[]) => ({ right: (right: Right) => rights.includes(right) })

test('a page is for who has its right, with all that lies below it', () => {
  expect(mayOpenSettings('/settings/audit', having())).toBe(false)
  expect(mayOpenSettings('/settings/audit/1', having('people'))).toBe(false)
  expect(mayOpenSettings('/settings/audit', having('audit'))).toBe(true)
})

test('what is a person’s own is for everybody', () => {
  expect(mayOpenSettings('/settings/profile', having())).toBe(true)
})
