import { WorkspaceRunner, type WorkspacesServed } from '#server/core/workspace-runner.ts'
import { followChanges } from './follow.ts'
import { remind } from './reminders.ts'
import { engineContext, type Surroundings } from './surroundings.ts'
import { announceNotifications } from './topic.ts'

interface NotificationRunnerOptions extends WorkspacesServed {
  readonly surroundings: Surroundings
  /** What the topics begin with that tell of a changed workspace; its id follows. */
  readonly changes: string
}

/**
 * Tells members of assignments, mentions and reminders, in every workspace. Any number of processes may run it: each change
 * and each moment is taken by one of them.
 */
export function createNotificationRunner(options: NotificationRunnerOptions): WorkspaceRunner {
  const { surroundings, changes, ...served } = options
  return new WorkspaceRunner(served, {
    topic: changes,
    calm: 200,
    failed: 'notifications could not be made',
    async work(workspace, signal) {
      const cx = engineContext(workspace, surroundings)
      for (const take of [followChanges, remind]) {
        for (let more = true; more && !signal.aborted; ) {
          const { told, hasMore } = await take(cx)
          for (const userId of told) announceNotifications(cx, userId)
          more = hasMore
        }
      }
    },
  })
}
