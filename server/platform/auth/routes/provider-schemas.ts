import { Type } from 'typebox'
import { providerKindNames } from '../providers/provider-kind.ts'

const closed = { additionalProperties: false }
const short = Type.String({ maxLength: 300 })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])
const time = Type.String({ format: 'date-time' })
const kind = Type.Enum([...providerKindNames])
const members = Type.Object({}, { description: 'Depends on the kind.' })

export const providerParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
export const choicesQuery = Type.Object({ workspace: Type.Optional(Type.String({ maxLength: 50 })) }, closed)
export const beginBody = Type.Object(
  {
    purpose: Type.Optional(Type.Enum(['signIn', 'proof'])),
    returnTo: Type.Optional(Type.String({ maxLength: 1000, description: 'A path of Kith’s own.' })),
  },
  closed,
)
export const providerPasswordBody = Type.Object(
  { identifier: short, password: Type.String({ maxLength: 1000 }) },
  closed,
)
/** The form that a provider's page posts has members of the provider's choice. */
export const formBody = Type.Object({})

export const newProviderBody = Type.Object(
  {
    kind,
    name: short,
    config: members,
    enabled: Type.Optional(Type.Boolean()),
    provision: Type.Optional(Type.Boolean()),
  },
  closed,
)
export const providerChangeBody = Type.Object(
  {
    name: Type.Optional(short),
    config: Type.Optional(members),
    enabled: Type.Optional(Type.Boolean()),
    provision: Type.Optional(Type.Boolean()),
  },
  closed,
)

export const choice = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind,
  name: Type.String(),
  way: Type.Enum(['redirect', 'password']),
})

export const providerDocument = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind,
  name: Type.String(),
  enabled: Type.Boolean(),
  provision: Type.Boolean({ description: 'Whether who comes and is nobody yet becomes a member.' }),
  config: Type.Object({}, { description: 'Without its secrets.' }),
  secrets: Type.Array(Type.String(), { description: 'Names of the secrets that are kept.' }),
  callbackUrl: orNull(Type.String()),
  metadataUrl: orNull(Type.String()),
  trial: orNull(Type.Object({}, { description: 'What came of trying it last.' })),
  createdAt: time,
  updatedAt: time,
})
