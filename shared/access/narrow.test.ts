import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowed } from './narrow.ts'
import { type FieldLevel, fieldLevels, type Permissions, rights, scopes, verbs } from './permissions.ts'
import { levelOf, scopeOf } from './scope-of.ts'
import { administrator, shippedRoles } from './shipped-roles.ts'

const roleOf = (key: string) => shippedRoles.find((role) => role.key === key)!.permissions
const whole = roleOf(administrator)
const asItIs = { role: null, readOnly: false, objects: null }

const names = ['deal', 'contact', 'user', 'file']
const scope = fc.constantFrom(...scopes)
const reaches = fc.record(
  Object.fromEntries(verbs.map((verb) => [verb, scope])) as Record<string, typeof scope>,
)
const permissions = fc.record({
  usual: reaches,
  objects: fc.dictionary(fc.constantFrom(...names), reaches),
  fields: fc.dictionary(
    fc.constantFrom(...names),
    fc.dictionary(fc.constantFrom('amount', 'phone'), fc.constantFrom(...fieldLevels)),
  ),
  rights: fc.subarray([...rights]),
}) as unknown as fc.Arbitrary<Permissions>

const narrowing = fc.record({
  role: fc.option(permissions, { nil: null }),
  readOnly: fc.boolean(),
  objects: fc.option(fc.subarray(names), { nil: null }),
})

test('what is narrowed never reaches further than either side', () => {
  fc.assert(
    fc.property(permissions, narrowing, (own, by) => {
      const result = narrowed(own, by)
      for (const one of by.role === null ? [own] : [own, by.role]) {
        for (const object of [...names, 'other'])
          for (const verb of verbs)
            expect(scopes.indexOf(scopeOf(result, object, verb))).toBeLessThanOrEqual(
              scopes.indexOf(scopeOf(one, object, verb)),
            )
        for (const object of names)
          for (const field of ['amount', 'phone'])
            expect(fieldLevels.indexOf(levelOf(result, object, field))).toBeLessThanOrEqual(
              fieldLevels.indexOf(levelOf(one, object, field)),
            )
        for (const right of result.rights) expect(one.rights).toContain(right)
      }
    }),
  )
})

test('a role, reading alone and objects narrow what a member may', () => {
  const readOnly = narrowed(whole, { ...asItIs, readOnly: true })
  expect(
    ['read', 'export', 'create', 'update'].map((verb) => scopeOf(readOnly, 'deal', verb as 'read')),
  ).toEqual(['all', 'all', 'none', 'none'])
  expect(readOnly.rights).toEqual([])
  const contacts = narrowed(whole, { ...asItIs, objects: ['contact'] })
  expect(scopeOf(contacts, 'contact', 'update')).toBe('all')
  expect(scopeOf(contacts, 'deal', 'read')).toBe('none')
  const member = narrowed(whole, { ...asItIs, role: roleOf('member') })
  expect([member.rights, scopeOf(member, 'deal', 'delete')]).toEqual([[], 'all'])
})

test('a field is at the lower of both levels', () => {
  const hiding = (level: FieldLevel): Permissions => ({ ...whole, fields: { deal: { amount: level } } })
  const result = narrowed(hiding('read'), { ...asItIs, role: hiding('hidden') })
  expect(levelOf(result, 'deal', 'amount')).toBe('hidden')
  expect(levelOf(narrowed(hiding('masked'), asItIs), 'deal', 'amount')).toBe('masked')
})
