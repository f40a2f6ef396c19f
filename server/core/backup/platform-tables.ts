/** Tables of schema kith that a backup holds, in an order in which each refers to earlier ones. */
export const platformTables = [
  'account',
  'credential',
  'passkey',
  'authenticator_app',
  'recovery_code',
  'workspace',
  'membership',
  'api_key',
  'sign_in_policy',
  'identity_provider',
  'invitation',
  'scim_token',
] as const

/** Those that it leaves out, and why. */
export const leftOut = {
  _migration: 'the restoring Kith runs its own',
  installation: 'a restored installation is another one',
  placement: 'restored workspaces lie in the database that they are restored to',
  session: 'nobody is signed in to a restored installation',
  verification: 'proofs of a moment that has passed',
  sign_in_attempt: 'counts of a window that has passed',
  used_ticket: 'proofs of a moment that has passed',
} as const
