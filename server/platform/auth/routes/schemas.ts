import { Type } from 'typebox'
import { keyLifetimes } from '#shared/access/key-lifetimes.ts'
import { languages } from '#shared/language.ts'

// Lengths here only bound the work; what a text must be is checked where its meaning is known.
const short = Type.String({ maxLength: 300 })
const password = Type.String({ maxLength: 1000 })
const closed = { additionalProperties: false }

const workspace = {
  workspaceName: short,
  slug: Type.Optional(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 50 })),
  language: Type.Enum([...languages]),
  timeZone: short,
  currency: short,
  demo: Type.Optional(Type.Boolean()),
}

const person = {
  name: short,
  email: Type.Optional(short),
  mobile: Type.Optional(short),
  password,
}

export const firstRunBody = Type.Object({ ...workspace, ...person }, closed)
export const workspaceBody = Type.Object(workspace, closed)
export const memberBody = Type.Object({ ...person, role: Type.Enum(['admin', 'member']) }, closed)
export const signInBody = Type.Object({ identifier: short, password }, closed)
export const switchBody = Type.Object({ workspaceId: short }, closed)
export const passwordBody = Type.Object({ currentPassword: password, newPassword: password }, closed)
export const memberParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
export const resetBody = Type.Object({ password }, closed)
export const keyBody = Type.Object(
  {
    name: short,
    roleId: Type.Optional(
      Type.String({ format: 'uuid', description: 'What the member may is narrowed to what this role may.' }),
    ),
    readOnly: Type.Optional(Type.Boolean({ description: 'Nothing is written, and no right is borne.' })),
    objects: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 80 }), {
        minItems: 1,
        maxItems: 200,
        uniqueItems: true,
        description: 'API names: beside these objects nothing is there.',
      }),
    ),
    expiresInDays: Type.Optional(
      Type.Union([...keyLifetimes.map((days) => Type.Literal(days)), Type.Null()], {
        description: 'Days; null: never. 365 where nothing is said.',
      }),
    ),
  },
  closed,
)
export const keyParams = Type.Object({ keyId: short }, closed)
