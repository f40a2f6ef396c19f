import { Type } from 'typebox'

/** Where a service lies, without a path. */
export const baseAddress = () => Type.String({ maxLength: 300, pattern: '^https?://[^\\s/?#@]+/?$' })
