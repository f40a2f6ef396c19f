import { type Static, Type } from 'typebox'

/** SAML 2.0: the metadata of the provider tell all there is to know, its certificates among it. */
export const samlConfig = Type.Object(
  {
    /** XML of an EntityDescriptor. */
    metadata: Type.String({ minLength: 1, maxLength: 60_000 }),
    /** Addresses are the person's: SAML has no word for it. */
    trustsEmail: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type SamlConfig = Static<typeof samlConfig>
