import { setTimeout as sleep } from 'node:timers/promises'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { sealAudit } from './seal.ts'
import { auditTopic } from './topic.ts'

interface AuditRunnerOptions {
  readonly workspaces: () => Promise<readonly Workspace[]>
  readonly workspace: (id: string) => Promise<Workspace>
  readonly notifier: Pick<Notifier, 'subscribe'>
  /** What follows from sealed entries, called after each look; it finds by itself how far it came. */
  readonly sealed: (workspace: Workspace) => Promise<void>
  readonly log: Log
  /** Milliseconds between two looks by itself, for news that were lost; 15,000. */
  readonly interval?: number
}

/** Milliseconds in which entries gather before they are sealed. */
const calm = 500

/** Seals the audit log of every workspace as it grows. Any number of processes may run it. */
export class AuditRunner {
  readonly #options: AuditRunnerOptions
  readonly #stopping = new AbortController()
  readonly #working = new Map<string, Promise<void>>()
  readonly #again = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #unsubscribe: (() => void) | undefined

  constructor(options: AuditRunnerOptions) {
    this.#options = options
  }

  start(): void {
    const { notifier, interval = 15_000 } = this.#options
    this.#unsubscribe = notifier.subscribe(
      auditTopic,
      (topic) => void this.#wake(topic.slice(auditTopic.length)),
    )
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
    const { workspaces, workspace, log } = this.#options
    try {
      for (const each of id === '' ? await workspaces() : [await workspace(id)]) this.#look(each)
    } catch (error) {
      log.error({ err: error }, 'workspaces with audit entries could not be looked for')
    }
  }

  #look(workspace: Workspace): void {
    const { id } = workspace
    if (this.#stopping.signal.aborted) return
    if (this.#working.has(id)) {
      this.#again.add(id)
      return
    }
    const work = async (): Promise<void> => {
      await sleep(calm, undefined, { signal: this.#stopping.signal }).catch(() => {})
      if (this.#stopping.signal.aborted) return
      await sealAudit(workspace)
      await this.#options.sealed(workspace)
    }
    this.#working.set(
      id,
      work()
        .catch((error: unknown) =>
          this.#options.log.error({ err: error, workspace: id }, 'the audit log could not be sealed'),
        )
        .finally(() => {
          this.#working.delete(id)
          if (this.#again.delete(id)) this.#look(workspace)
        }),
    )
  }
}
