import type { BetterAuthOptions } from 'better-auth'
import { accountAlias } from './authority-database.ts'
import { sessionLifetime } from './session-cookie.ts'

/** Kith's own tables and columns, by the names that better-auth has for them. */
export const authorityTables = {
  user: {
    modelName: accountAlias,
    fields: {
      email: 'internal_address',
      emailVerified: 'email_verified',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  session: {
    modelName: 'session',
    expiresIn: sessionLifetime.expiresIn,
    disableSessionRefresh: true,
    fields: {
      userId: 'account_id',
      expiresAt: 'expires_at',
      ipAddress: 'address',
      userAgent: 'user_agent',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      workspaceId: { type: 'string', fieldName: 'workspace_id', required: false, input: false },
      method: { type: 'string', required: false, input: false },
      boundTo: { type: 'string', fieldName: 'bound_to', required: false, input: false },
      providerId: { type: 'string', fieldName: 'provider_id', required: false, input: false },
    },
  },
  account: {
    modelName: 'credential',
    fields: {
      userId: 'account_id',
      providerId: 'provider',
      accountId: 'provider_account_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    modelName: 'verification',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} satisfies Pick<BetterAuthOptions, 'user' | 'session' | 'account' | 'verification'>
