import { expect, test } from 'vitest'
import type { Permissions } from '#shared/access/permissions.ts'
import { shippedRoles } from '#shared/access/shipped-roles.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { withScope } from './change-permissions.ts'
import { choicesAt, scopeAt } from './choices.ts'
import { levelReason, shownLevel } from './level-choices.ts'

const label = { 'zh-CN': '', 'zh-TW': '', en: '' }
const field = (name: string, more = {}) =>
  ({ name, key: name, type: 'text', label, origin: 'shipped', ...more }) as const
const catalogue = buildCatalogue(1, [
  {
    name: 'deal',
    key: 'deal',
    label,
    origin: 'shipped',
    fields: [
      field('name', { required: true }),
      field('amount', { type: 'number' }),
      field('code', { readOnly: true }),
    ],
  },
])
const deal = catalogue.object('deal')
const permissionsOf = (key: string): Permissions => shippedRoles.find((role) => role.key === key)!.permissions
const [everything, member, manager] = ['administrator', 'member', 'manager'].map(permissionsOf) as [
  Permissions,
  Permissions,
  Permissions,
]
const blockedAt = (permissions: Permissions, own: Permissions, verb: 'read' | 'update' | 'create') =>
  Object.fromEntries(
    choicesAt(permissions, { kind: 'cell', object: deal, verb }, own, catalogue).map((choice) => [
      choice.scope ?? 'usual',
      choice.blocked,
    ]),
  )

test('nobody gives more than they have themselves', () => {
  expect(blockedAt(manager, manager, 'update')).toEqual({
    usual: undefined,
    none: undefined,
    own: undefined,
    team: undefined,
    teamAndBelow: undefined,
    all: 'access.beyondOwn',
  })
})

test('nothing reaches further than reading, and says so', () => {
  const narrow = withScope(member, 'deal', 'read', 'team')
  expect(scopeAt(narrow, { kind: 'cell', object: deal, verb: 'update' })).toBe('team')
  expect(blockedAt(narrow, everything, 'update')).toMatchObject({ team: undefined, all: 'access.beyondRead' })
  expect(Object.keys(blockedAt(narrow, everything, 'create'))).toEqual(['usual', 'none', 'all'])
})

test('a field can be limited as far as its record bears it', () => {
  const all = { ownLevel: 'edit', creates: true } as const
  const [name, amount, code] = deal.fields as [
    (typeof deal.fields)[number],
    (typeof deal.fields)[number],
    (typeof deal.fields)[number],
  ]
  expect(levelReason(deal, name, 'hidden', all)).toBe('access.because_title')
  expect(levelReason(deal, name, 'read', all)).toBe('access.because_required')
  expect(levelReason(deal, name, 'read', { ...all, creates: false })).toBeUndefined()
  expect(levelReason(deal, amount, 'masked', all)).toBe('access.because_mask')
  expect(levelReason(deal, amount, 'edit', { ...all, ownLevel: 'read' })).toBe('access.beyondOwn')
  expect(levelReason(deal, code, 'edit', all)).toBe('access.because_system')
  expect(shownLevel(code, 'edit')).toBe('read')
})
