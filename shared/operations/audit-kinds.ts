/** What belongs together among the kinds, as the filter of the audit log offers it. */
export const auditGroups = ['signIn', 'keys', 'data', 'access', 'metadata'] as const
export type AuditGroup = (typeof auditGroups)[number]

/** How much it asks for a look: `info` happens every day, `notice` changes what others may do or see, `warning` may be an attack. */
export type AuditSeverity = 'info' | 'notice' | 'warning'

interface KindRow {
  readonly group: AuditGroup
  readonly severity: AuditSeverity
}

/** Every kind of entry in the audit log. */
export const auditKinds = {
  signedIn: { group: 'signIn', severity: 'info' },
  signInFailed: { group: 'signIn', severity: 'warning' },
  signedOut: { group: 'signIn', severity: 'info' },
  sessionEnded: { group: 'signIn', severity: 'info' },
  passwordChanged: { group: 'signIn', severity: 'notice' },
  passwordReset: { group: 'signIn', severity: 'notice' },
  passkeyAdded: { group: 'signIn', severity: 'notice' },
  passkeyRemoved: { group: 'signIn', severity: 'notice' },
  totpEnabled: { group: 'signIn', severity: 'notice' },
  totpDisabled: { group: 'signIn', severity: 'notice' },
  factorsReset: { group: 'signIn', severity: 'warning' },
  recoveryCodeUsed: { group: 'signIn', severity: 'warning' },
  identityLinked: { group: 'signIn', severity: 'notice' },
  providerAdded: { group: 'access', severity: 'warning' },
  providerChanged: { group: 'access', severity: 'warning' },
  providerRemoved: { group: 'access', severity: 'notice' },
  keyCreated: { group: 'keys', severity: 'notice' },
  keyRevoked: { group: 'keys', severity: 'notice' },
  encryptionKeyRotated: { group: 'keys', severity: 'notice' },
  keyUsed: { group: 'keys', severity: 'notice' },
  scimTokenCreated: { group: 'keys', severity: 'notice' },
  scimTokenRevoked: { group: 'keys', severity: 'notice' },
  exported: { group: 'data', severity: 'notice' },
  auditExported: { group: 'data', severity: 'notice' },
  massRead: { group: 'data', severity: 'warning' },
  massChanged: { group: 'data', severity: 'notice' },
  massDeleted: { group: 'data', severity: 'warning' },
  memberInvited: { group: 'access', severity: 'notice' },
  invitationWithdrawn: { group: 'access', severity: 'info' },
  memberJoined: { group: 'access', severity: 'notice' },
  joinRefused: { group: 'access', severity: 'warning' },
  memberDeactivated: { group: 'access', severity: 'notice' },
  memberReactivated: { group: 'access', severity: 'notice' },
  recordsHandedOver: { group: 'access', severity: 'notice' },
  roleChanged: { group: 'access', severity: 'notice' },
  roleAssigned: { group: 'access', severity: 'notice' },
  directoryBroughtIn: { group: 'access', severity: 'notice' },
  recordShared: { group: 'access', severity: 'info' },
  poolChanged: { group: 'access', severity: 'notice' },
  fieldRevealed: { group: 'access', severity: 'notice' },
  accessRefused: { group: 'access', severity: 'notice' },
  viewedAs: { group: 'access', severity: 'notice' },
  ownershipChecked: { group: 'access', severity: 'info' },
  reviewChanged: { group: 'access', severity: 'notice' },
  reviewDecided: { group: 'access', severity: 'info' },
  objectCreated: { group: 'metadata', severity: 'notice' },
  objectChanged: { group: 'metadata', severity: 'notice' },
  objectDeleted: { group: 'metadata', severity: 'warning' },
  fieldCreated: { group: 'metadata', severity: 'notice' },
  fieldChanged: { group: 'metadata', severity: 'notice' },
  fieldDeleted: { group: 'metadata', severity: 'warning' },
  signInPolicyChanged: { group: 'access', severity: 'notice' },
  settingsChanged: { group: 'metadata', severity: 'notice' },
} as const satisfies Record<string, KindRow>

export type AuditKind = keyof typeof auditKinds

export const auditKindNames = Object.keys(auditKinds) as readonly AuditKind[]

/** Whether it was carried out. */
export const auditOutcomes = ['done', 'refused'] as const
export type AuditOutcome = (typeof auditOutcomes)[number]
