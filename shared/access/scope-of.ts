import {
  type FieldLevel,
  type Permissions,
  type Right,
  type Scope,
  scopes,
  type Verb,
} from './permissions.ts'

/** Objects whose records are the engine's: made by it, read by all. */
const keptByEngine: ReadonlySet<string> = new Set(['actor', 'file'])

/** Objects that decide what people may do, or what everybody's figures mean: read by all, changed by who has the right. */
const keptByRight: Readonly<Record<string, Right>> = {
  user: 'people',
  team: 'people',
  pipeline: 'settings',
  stage: 'settings',
}

/** What reaches no further than reading does: nobody changes unseen what they could not look at. */
const afterReading: ReadonlySet<Verb> = new Set(['update', 'delete', 'transfer', 'export'])

const narrower = (one: Scope, other: Scope): Scope =>
  scopes.indexOf(one) < scopes.indexOf(other) ? one : other

/** By what the scopes of an object are decided where roles do not: nobody, or who has a right; undefined of all others. */
export const keptBy = (object: string): 'engine' | Right | undefined =>
  keptByEngine.has(object) ? 'engine' : keptByRight[object]

/** How far a verb reaches among an object's records; `object` is its key. */
export function scopeOf(permissions: Permissions, object: string, verb: Verb): Scope {
  const looking = verb === 'read' || verb === 'export'
  if (keptByEngine.has(object)) return looking ? 'all' : 'none'
  const right = keptByRight[object]
  if (right !== undefined) return looking || permissions.rights.includes(right) ? 'all' : 'none'
  const { usual, objects } = permissions
  const own = objects[object]
  const said = own?.[verb] ?? usual[verb]
  return afterReading.has(verb) ? narrower(said, own?.read ?? usual.read) : said
}

export const levelOf = ({ fields }: Permissions, object: string, field: string): FieldLevel =>
  fields[object]?.[field] ?? 'edit'
