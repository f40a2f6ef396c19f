import { matchesPart } from './filter.ts'
import type { PatchOperation } from './patch.ts'
import { parsePath } from './patch-path.ts'
import { invalidValue, ScimRefusal } from './refusal.ts'
import { textOf } from './user-input.ts'
import type { Resource } from './user-resource.ts'

/** What is to become of a team; what is missing stays. */
export interface GroupChange {
  readonly name?: string
  readonly externalId?: string | null
  /** Ids of all members there are to be. */
  readonly members: ReadonlySet<string>
}

const mostMembers = 20_000

export function readGroup(resource: Resource): Required<Pick<GroupChange, 'name' | 'members'>> & GroupChange {
  const name = textOf(resource.displayName, 'displayName')
  if (name === null) throw invalidValue('displayName is required')
  const externalId = textOf(resource.externalId, 'externalId')
  return { name, externalId, members: new Set(membersOf(resource.members ?? [])) }
}

/** A change by the operations of a PATCH, as Okta and Entra write them. @param present ids of the members before */
export function patchedGroup(present: readonly string[], operations: readonly PatchOperation[]): GroupChange {
  let change: GroupChange = { members: new Set(present) }
  const apply = (op: PatchOperation['op'], name: string, value: unknown): void => {
    const { attribute, filter } = parsePath(name)
    if (attribute === 'displayName') {
      const text = textOf(value, 'displayName')
      if (text === null || op === 'remove') throw invalidValue('displayName is required')
      change = { ...change, name: text }
    } else if (attribute === 'externalId') {
      change = { ...change, externalId: op === 'remove' ? null : textOf(value, 'externalId') }
    } else if (attribute === 'members') {
      const { members } = change
      const meant =
        filter !== undefined
          ? [...members].filter((id) => matchesPart(filter, { value: id, type: 'User' }))
          : value === undefined && op === 'remove'
            ? [...members]
            : membersOf(value)
      change = { ...change, members: changed[op](members, new Set(meant)) }
    } else if (attribute !== 'id' && attribute !== 'schemas' && attribute !== 'meta') {
      throw new ScimRefusal(400, `${name.slice(0, 200)} is no attribute of a group`, 'invalidPath')
    }
  }
  for (const { op, path, value } of operations) {
    if (path !== undefined) apply(op, path, value)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [name, one] of Object.entries(value)) apply(op, name, one)
    else throw invalidValue('Without a path the value is an object')
  }
  return change
}

type Members = ReadonlySet<string>
const changed: Record<PatchOperation['op'], (before: Members, meant: Members) => Members> = {
  add: (before, meant) => before.union(meant),
  remove: (before, meant) => before.difference(meant),
  replace: (_, meant) => meant,
}

function membersOf(value: unknown): string[] {
  const list: unknown[] = [value].flat()
  if (list.length > mostMembers) throw new ScimRefusal(400, `at most ${mostMembers} members`, 'tooMany')
  return list.map((one) => {
    const id = typeof one === 'object' && one !== null && 'value' in one ? one.value : one
    if (typeof id !== 'string' || !/^[\da-f-]{36}$/i.test(id))
      throw invalidValue('members: each has the id of a user as its value')
    return id.toLowerCase()
  })
}
