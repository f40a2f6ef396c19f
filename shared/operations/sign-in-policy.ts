import { Type } from 'typebox'
import { signInBounds } from '#shared/access/sign-in-policy.ts'
import { contract } from './contract.ts'

const tag = 'People and keys'
const closed = { additionalProperties: false } as const
const bounded = ({ least, most }: { readonly least: number; readonly most: number }, description: string) =>
  Type.Integer({ minimum: least, maximum: most, description })
const orNull = <T extends ReturnType<typeof bounded>>(type: T) => Type.Union([type, Type.Null()])

/** As `SignInPolicy` of shared/access. */
export const signInPolicySchema = Type.Object(
  {
    password: Type.Boolean({ description: 'Whether a password opens this workspace.' }),
    secondFactor: Type.Union([
      Type.Literal('optional'),
      Type.Literal('everybody'),
      Type.Object(
        {
          roles: Type.Array(Type.String({ format: 'uuid' }), {
            minItems: 1,
            maxItems: 100,
            uniqueItems: true,
          }),
        },
        closed,
      ),
    ]),
    idleMinutes: orNull(bounded(signInBounds.idleMinutes, 'Without its person a session ends after this.')),
    absoluteHours: orNull(bounded(signInBounds.absoluteHours, 'A session ends after this in any case.')),
    passwordLength: bounded(signInBounds.passwordLength, 'Least characters of a new password.'),
  },
  closed,
)
const answer = Type.Object({ data: signInPolicySchema })

export const getSignInPolicyContract = contract({
  name: 'signInPolicy.get',
  method: 'GET',
  path: '/auth/sign-in-policy',
  summary: 'How people come into this workspace',
  tag,
  answer,
  permission: 'settings',
  errors: ['not_signed_in', 'not_permitted'],
})
export const setSignInPolicyContract = contract({
  name: 'signInPolicy.set',
  method: 'PUT',
  path: '/auth/sign-in-policy',
  summary:
    'Sets how people come into this workspace, for sessions that are open too; refused where no administrator could come in any more',
  tag,
  body: signInPolicySchema,
  answer,
  permission: 'settings',
  errors: ['not_permitted', 'proof_required', 'policy_locks_out', 'role_missing'],
  recentProof: true,
})
