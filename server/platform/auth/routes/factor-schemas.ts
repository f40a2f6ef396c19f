import { Type } from 'typebox'

const closed = { additionalProperties: false }
const short = Type.String({ maxLength: 300 })
const code = Type.String({ maxLength: 100 })
const encoded = Type.String({ maxLength: 20_000 })

// What browsers add to an answer differs and grows; what counts is verified where it is decoded.
const credential = {
  id: Type.String({ maxLength: 2_000 }),
  rawId: Type.String({ maxLength: 2_000 }),
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(
    Type.Union([Type.Literal('platform'), Type.Literal('cross-platform')]),
  ),
  clientExtensionResults: Type.Object({}),
}
export const assertion = Type.Object(
  {
    ...credential,
    response: Type.Object({
      clientDataJSON: encoded,
      authenticatorData: encoded,
      signature: encoded,
      userHandle: Type.Optional(encoded),
    }),
  },
  closed,
)
const attestation = Type.Object(
  { ...credential, response: Type.Object({ clientDataJSON: encoded, attestationObject: encoded }) },
  closed,
)

export const secondStepBody = Type.Object({ ticket: short, code }, closed)
export const passkeySignInBody = Type.Object({ response: assertion }, closed)
export const proofBody = Type.Union([
  Type.Object({ password: Type.String({ maxLength: 1000 }) }, closed),
  Type.Object({ code }, closed),
  Type.Object({ response: assertion }, closed),
])
export const codeBody = Type.Object({ code }, closed)
export const passkeyBody = Type.Object({ name: short, response: attestation }, closed)
export const passkeyNameBody = Type.Object({ name: short }, closed)
export const idParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, closed)
