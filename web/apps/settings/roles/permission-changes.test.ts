import { expect, test } from 'vitest'
import type { Permissions } from '#shared/access/permissions.ts'
import { shippedRoles } from '#shared/access/shipped-roles.ts'
import { withColumn, withLevel, withRight, withRow, withScope } from './change-permissions.ts'
import { changesBetween, placeOf, withChanges } from './permission-changes.ts'

const member = shippedRoles.find(({ key }) => key === 'member')!.permissions

test('what is given as it is usual follows the usual from then on', () => {
  const narrow = withScope(member, 'deal', 'read', 'team')
  expect(narrow.objects).toEqual({ deal: { read: 'team' } })
  expect(withScope(narrow, 'deal', 'read', 'all').objects).toEqual({})
  expect(withScope(narrow, 'deal', 'read', undefined)).toEqual(member)
})

test('making records is allowed or not, however far a row reaches', () => {
  expect(withRow(member, 'deal', 'own').objects.deal).toEqual({
    read: 'own',
    update: 'own',
    delete: 'own',
    transfer: 'own',
    export: 'own',
  })
  expect(withScope(member, undefined, 'create', 'own').usual.create).toBe('all')
})

test('a column set at once leaves no object that differs', () => {
  const several = withScope(withScope(member, 'deal', 'read', 'own'), 'deal', 'export', 'none')
  const column = withColumn(several, 'read', 'team')
  expect(column.usual.read).toBe('team')
  expect(column.objects).toEqual({ deal: { export: 'none' } })
})

test('there and back is no change', () => {
  const there = withLevel(withRight(member, 'audit', true), 'contact', 'mobile', 'hidden')
  expect(changesBetween(member, there)).toHaveLength(2)
  const back = withLevel(withRight(there, 'audit', false), 'contact', 'mobile', 'edit')
  expect(changesBetween(member, back)).toEqual([])
  expect(back).toEqual(member)
})

test('changes of two people meet: each keeps what the other did not touch', () => {
  const mine = withLevel(withScope(member, undefined, 'read', 'team'), 'deal', 'amount', 'read')
  const theirs = withScope(withRight(member, 'people', true), undefined, 'export', 'none')
  const both: Permissions = withChanges(theirs, changesBetween(member, mine))
  expect(both.usual).toMatchObject({ read: 'team', export: 'none' })
  expect(both.rights).toEqual(['people'])
  expect(changesBetween(theirs, both).map(placeOf)).toEqual(['scope * read', 'level deal amount'])
})
