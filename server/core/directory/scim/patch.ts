import { matchesPart, partOf } from './filter.ts'
import { type PatchPath, parsePath } from './patch-path.ts'
import { ScimRefusal } from './refusal.ts'
import { enterpriseSchema } from './urns.ts'
import type { Resource } from './user-resource.ts'

export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path?: string | undefined
  readonly value?: unknown
}

const mostOperations = 1_000

/** The operations of a body, as Okta and Entra write them: `Replace` is `replace`. @throws ScimRefusal invalidSyntax */
export function operationsOf(body: unknown): PatchOperation[] {
  const list = isObject(body) ? (body.Operations ?? body.operations) : undefined
  if (!Array.isArray(list) || list.length === 0 || list.length > mostOperations)
    throw new ScimRefusal(400, `Operations is a list of 1 to ${mostOperations}`, 'invalidSyntax')
  return list.map((one: unknown) => {
    const op = isObject(one) ? String(one.op).toLowerCase() : ''
    if (!isObject(one) || (op !== 'add' && op !== 'replace' && op !== 'remove'))
      throw new ScimRefusal(400, 'op is add, replace or remove', 'invalidSyntax')
    if (one.path !== undefined && typeof one.path !== 'string')
      throw new ScimRefusal(400, 'path is a text', 'invalidPath')
    if (op === 'remove' && (one.path ?? '') === '')
      throw new ScimRefusal(400, 'remove needs a path', 'noTarget')
    return { op, path: one.path || undefined, value: one.value }
  })
}

/** A resource after a PATCH; the one that was given stays as it is. @throws ScimRefusal */
export function patched(resource: Resource, operations: readonly PatchOperation[]): Resource {
  const result = structuredClone(resource)
  for (const { op, path, value } of operations) {
    if (path !== undefined) applyAt(result, op, parsePath(path), value)
    // Without a path each member is one: a name, a name of an extension, or a path as Entra has it.
    else if (!isObject(value))
      throw new ScimRefusal(400, 'Without a path the value is an object', 'invalidValue')
    else for (const [name, one] of Object.entries(value)) applyAt(result, op, parsePath(name), one)
  }
  return result
}

type Verb = PatchOperation['op']

function applyAt(resource: Resource, op: Verb, path: PatchPath, value: unknown): void {
  const { attribute, filter, member } = path
  if (attribute === undefined) {
    applyExtension(resource, op, value)
    return
  }
  const holder = path.enterprise ? memberObject(resource, enterpriseSchema) : resource
  if (filter !== undefined) applyPart(holder, op, { attribute, filter, member }, value)
  else if (member === undefined) setMember(holder, op, attribute, value)
  else applyMember(holder, op, attribute, member, value)
}

function applyMember(holder: Resource, op: Verb, attribute: string, member: string, value: unknown): void {
  const inner = holder[attribute]
  const holders = Array.isArray(inner) ? inner.filter(isObject) : [memberObject(holder, attribute)]
  for (const each of holders) setMember(each, op, member, value)
}

function applyExtension(resource: Resource, op: Verb, value: unknown): void {
  if (op === 'remove') delete resource[enterpriseSchema]
  else if (isObject(value))
    for (const [name, one] of Object.entries(value))
      applyAt(resource, op, parsePath(`${enterpriseSchema}:${name}`), one)
  else throw new ScimRefusal(400, 'An extension is an object', 'invalidValue')
}

/** `emails[type eq "work"].value`: of a value that is not there yet, replacing makes it, as Entra expects. */
function applyPart(
  holder: Resource,
  op: Verb,
  {
    attribute,
    filter,
    member,
  }: Required<Pick<PatchPath, 'filter'>> & { attribute: string; member?: string | undefined },
  value: unknown,
): void {
  const given = holder[attribute]
  const parts = Array.isArray(given) ? given.filter(isObject) : []
  const found = parts.filter((part) => matchesPart(filter, part))
  if (op === 'remove' && member === undefined) {
    holder[attribute] = parts.filter((part) => !found.includes(part))
    return
  }
  if (found.length === 0 && op !== 'remove') {
    const made = partOf(filter)
    found.push(made)
    parts.push(made)
  }
  for (const part of found) {
    if (member !== undefined) setMember(part, op, member, value)
    else if (isObject(value)) Object.assign(part, value)
    else throw new ScimRefusal(400, `A value of ${attribute} is an object`, 'invalidValue')
  }
  holder[attribute] = parts
}

function setMember(holder: Resource, op: Verb, name: string, value: unknown): void {
  const before = holder[name]
  if (op === 'remove') delete holder[name]
  else if (op === 'add' && Array.isArray(before)) holder[name] = [...before, ...[value].flat()]
  else if (isObject(before) && isObject(value)) holder[name] = { ...before, ...value }
  else holder[name] = value
}

function memberObject(holder: Resource, name: string): Resource {
  const known = holder[name]
  if (isObject(known)) return known
  const made: Resource = {}
  holder[name] = made
  return made
}

const isObject = (value: unknown): value is Resource =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
