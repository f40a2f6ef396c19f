import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '#server/core/context.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { followChanges } from './follow.ts'
import { remind } from './reminders.ts'
import { engineContext, type Surroundings } from './surroundings.ts'
import { announceNotifications } from './topic.ts'

interface NotificationRunnerOptions {
  readonly workspaces: () => Promise<readonly Workspace[]>
  readonly workspace: (id: string) => Promise<Workspace>
  readonly surroundings: Surroundings
  readonly notifier: Pick<Notifier, 'subscribe'>
  /** What the topics begin with that tell of a changed workspace; its id follows. */
  readonly changes: string
  readonly log: Log
  /** Milliseconds between two looks at what is due, and for news that were lost; 15,000. */
  readonly interval?: number
}

/** Milliseconds in which changes gather before they are read: a burst of writes is read at once. */
const calm = 200

/**
 * Tells members of assignments, mentions and reminders, in every workspace. Any number of processes may run it: each change
 * and each moment is taken by one of them.
 */
export class NotificationRunner {
  readonly #options: NotificationRunnerOptions
  readonly #stopping = new AbortController()
  readonly #working = new Map<string, Promise<void>>()
  readonly #again = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #unsubscribe: (() => void) | undefined

  constructor(options: NotificationRunnerOptions) {
    this.#options = options
  }

  start(): void {
    const { notifier, changes, interval = 15_000 } = this.#options
    this.#unsubscribe = notifier.subscribe(changes, (topic) => void this.#wake(topic.slice(changes.length)))
    this.#timer = setInterval(() => void this.#wake(''), interval)
    this.#timer.unref()
    void this.#wake('')
  }

  /** Lets what is under way finish; a later start goes on from there. */
  async stop(): Promise<void> {
    this.#unsubscribe?.()
    clearInterval(this.#timer)
    this.#stopping.abort()
    await Promise.all(this.#working.values())
  }

  /** Looks in the workspace of that id, in all without one. */
  async #wake(id: string): Promise<void> {
    const { workspaces, workspace } = this.#options
    try {
      for (const each of id === '' ? await workspaces() : [await workspace(id)]) this.#look(each)
    } catch (error) {
      this.#options.log.error({ err: error }, 'workspaces with news could not be looked for')
    }
  }

  #look(workspace: Workspace): void {
    const { id } = workspace
    if (this.#stopping.signal.aborted) return
    if (this.#working.has(id)) {
      this.#again.add(id)
      return
    }
    this.#working.set(
      id,
      this.#tell(workspace)
        .catch((error: unknown) =>
          this.#options.log.error({ err: error, workspace: id }, 'notifications could not be made'),
        )
        .finally(() => {
          this.#working.delete(id)
          if (this.#again.delete(id)) this.#look(workspace)
        }),
    )
  }

  async #tell(workspace: Workspace): Promise<void> {
    const { signal } = this.#stopping
    await sleep(calm, undefined, { signal }).catch(() => {})
    const cx = engineContext(workspace, this.#options.surroundings)
    for (const work of [followChanges, remind]) await this.#drain(cx, work)
  }

  async #drain(cx: Context, work: typeof followChanges): Promise<void> {
    for (let more = true; more && !this.#stopping.signal.aborted; ) {
      const { told, hasMore } = await work(cx)
      for (const userId of told) announceNotifications(cx, userId)
      more = hasMore
    }
  }
}
