import type { Context } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { AuthEvent, AuthEventKind } from '#server/platform/auth/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import type { AuditKind } from '#shared/operations/audit-kinds.ts'
import { recordAudit } from './record.ts'

const kinds = {
  signIn: 'signedIn',
  signInFailed: 'signInFailed',
  signOut: 'signedOut',
  sessionEnded: 'sessionEnded',
  passwordChanged: 'passwordChanged',
  passwordReset: 'passwordReset',
  passkeyAdded: 'passkeyAdded',
  passkeyRemoved: 'passkeyRemoved',
  totpEnabled: 'totpEnabled',
  totpDisabled: 'totpDisabled',
  recoveryCodeUsed: 'recoveryCodeUsed',
  keyCreated: 'keyCreated',
  keyRevoked: 'keyRevoked',
  signInPolicyChanged: 'signInPolicyChanged',
  factorsReset: 'factorsReset',
  identityLinked: 'identityLinked',
  providerAdded: 'providerAdded',
  providerChanged: 'providerChanged',
  providerRemoved: 'providerRemoved',
} as const satisfies Record<AuthEventKind, AuditKind>

interface AuthAuditOptions {
  readonly workspace: (id: string) => Promise<Workspace>
  /** Whom an account is in a workspace. */
  readonly member: (
    accountId: string,
    workspaceId: string,
  ) => Promise<{ readonly userId: string; readonly actorId: string } | undefined>
  readonly surroundings: (workspace: Workspace) => Pick<Context, 'announce'>
  readonly log: Log
}

interface AuthAudit {
  readonly onEvent: (event: AuthEvent) => void
  /** Resolves when all that was heard is written. */
  readonly settled: () => Promise<void>
}

/**
 * Writes what sign-in tells of to the audit log of every workspace that it concerns. What was tried with an account that is
 * nobody's concerns none: a line of the platform's log tells of it, without what was typed, which may be a password.
 */
export function auditAuthEvents(options: AuthAuditOptions): AuthAudit {
  const { log } = options
  const writing = new Set<Promise<void>>()
  const onEvent = (event: AuthEvent): void => {
    if (event.workspaceIds.length === 0) {
      const { kind, address, reason } = event
      log.info({ kind, address, reason }, 'sign-in: nobody’s account')
      return
    }
    for (const workspaceId of event.workspaceIds) {
      const work = write(options, event, workspaceId)
        .catch((error: unknown) =>
          log.error(
            { err: error, kind: event.kind, workspace: workspaceId },
            'an audit entry was not written',
          ),
        )
        .finally(() => writing.delete(work))
      writing.add(work)
    }
  }
  return { onEvent, settled: async () => void (await Promise.all(writing)) }
}

async function write(options: AuthAuditOptions, event: AuthEvent, workspaceId: string): Promise<void> {
  const { kind, accountId, identifier, method, reason, provider, details, address, userAgent } = event
  const workspace = await options.workspace(workspaceId)
  const member = accountId === null ? undefined : await options.member(accountId, workspaceId)
  if (accountId !== null && member === undefined) return
  await recordAudit(
    {
      workspace,
      // Nobody known was turned away by a provider of this workspace.
      actor: { id: member?.actorId ?? null, userId: member?.userId ?? null },
      // A command has no address.
      source: address === null ? 'cli' : 'web',
      origin: { address, userAgent },
      announce: options.surroundings(workspace).announce,
    },
    {
      kind: kinds[kind],
      outcome: kind === 'signInFailed' ? 'refused' : 'done',
      details: {
        ...(method !== null && { method }),
        ...(reason !== null && { reason }),
        ...(provider !== null && { provider }),
        ...details,
        ...(kind === 'signInFailed' && identifier !== null && { identifier }),
      },
    },
  )
}
