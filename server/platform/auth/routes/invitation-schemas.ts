import { Type } from 'typebox'
import { languages } from '#shared/language.ts'

const short = Type.String({ maxLength: 300 })
const id = Type.String({ format: 'uuid' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])
const closed = { additionalProperties: false }

const language = Type.Enum([...languages])
const send = Type.Optional(
  Type.Boolean({ description: 'false: no mail; the answer holds the token of the link' }),
)

export const inviteBody = Type.Object(
  {
    emails: Type.Optional(Type.Array(short, { minItems: 1, maxItems: 100 })),
    mobile: Type.Optional(short),
    name: Type.Optional(short),
    roleIds: Type.Array(id, { minItems: 1, maxItems: 20, uniqueItems: true }),
    teamId: Type.Optional(orNull(id)),
    language: Type.Optional(language),
    send,
  },
  closed,
)
export const renewBody = Type.Object({ send }, closed)
export const invitationParams = Type.Object({ id }, closed)
const token = Type.String({ maxLength: 100 })
export const lookBody = Type.Object({ token }, closed)
export const joinBody = Type.Object(
  {
    token,
    name: Type.Optional(short),
    email: Type.Optional(short),
    mobile: Type.Optional(short),
    password: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  closed,
)

export const invitation = Type.Object({
  id,
  email: orNull(Type.String()),
  mobile: orNull(Type.String()),
  name: orNull(Type.String()),
  language,
  roleIds: Type.Array(id),
  teamId: orNull(id),
  invitedBy: id,
  createdAt: Type.String(),
  expiresAt: Type.String(),
  sentAt: orNull(Type.String()),
  expired: Type.Boolean(),
})
export const withToken = Type.Object({
  invitation,
  token: Type.Optional(Type.String({ description: 'The link is KITH_URL/join/TOKEN; told this once' })),
})
export const outlook = Type.Object({
  workspaceName: Type.String(),
  inviterName: Type.String(),
  email: orNull(Type.String()),
  mobile: orNull(Type.String()),
  name: orNull(Type.String()),
  language,
  known: Type.Boolean({
    description: 'Whether the address has an account already, which joins by signing in',
  }),
})
