import { type Static, Type } from 'typebox'
import { Secret } from '../secret-config.ts'

/** OpenID Connect: what the provider's administrator tells. */
export const oidcConfig = Type.Object(
  {
    /** The provider's own name, an address: `https://login.example.com`. Its discovery document lies below it. */
    issuer: Type.String({ maxLength: 500, pattern: '^https?://[^\\s?#]+$' }),
    clientId: Type.String({ minLength: 1, maxLength: 300 }),
    /** Not there for a public client. */
    clientSecret: Type.Optional(Secret()),
    /** Addresses are the person's though the provider does not say so of each (`email_verified`). */
    trustsEmail: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type OidcConfig = Static<typeof oidcConfig>
