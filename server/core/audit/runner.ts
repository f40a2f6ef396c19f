import { WorkspaceRunner, type WorkspacesServed } from '#server/core/workspace-runner.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { sealAudit } from './seal.ts'
import { auditTopic } from './topic.ts'

interface AuditRunnerOptions extends WorkspacesServed {
  /** What follows from sealed entries, called after each look; it finds by itself how far it came. */
  readonly sealed: (workspace: Workspace) => Promise<void>
}

/** Seals the audit log of every workspace as it grows. Any number of processes may run it. */
export function createAuditRunner({ sealed, ...served }: AuditRunnerOptions): WorkspaceRunner {
  return new WorkspaceRunner(served, {
    topic: auditTopic,
    calm: 500,
    failed: 'the audit log could not be sealed',
    async work(workspace) {
      await sealAudit(workspace)
      await sealed(workspace)
    },
  })
}
