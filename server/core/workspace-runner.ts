import { setTimeout as sleep } from 'node:timers/promises'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import type { Workspace } from './workspaces/workspace.ts'

export interface WorkspacesServed {
  readonly workspaces: () => Promise<readonly Workspace[]>
  readonly workspace: (id: string) => Promise<Workspace>
  readonly notifier: Pick<Notifier, 'subscribe'>
  readonly log: Log
  /** Milliseconds between two looks by itself, for news that were lost and for what falls due; 15,000. */
  readonly interval?: number
}

interface Work {
  /** What the topics begin with that tell of work in a workspace; its id follows. */
  readonly topic: string
  /** Milliseconds in which news gather before they are looked at: a burst of writes is one look. */
  readonly calm: number
  /** For the log, where it fails. */
  readonly failed: string
  /** Finds by itself how far it came, and does nothing that another process does at the same time. */
  readonly work: (workspace: Workspace, signal: AbortSignal) => Promise<void>
}

/**
 * Does one kind of work in every workspace, as news of it come and from time to time: in each at most once at a time, and once
 * more where news came meanwhile.
 */
export class WorkspaceRunner {
  readonly #options: WorkspacesServed & Work
  readonly #stopping = new AbortController()
  readonly #working = new Map<string, Promise<void>>()
  readonly #again = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #unsubscribe: (() => void) | undefined

  constructor(served: WorkspacesServed, work: Work) {
    this.#options = { ...served, ...work }
  }

  start(): void {
    const { notifier, topic: prefix, interval = 15_000 } = this.#options
    this.#unsubscribe = notifier.subscribe(prefix, (topic) => void this.#wake(topic.slice(prefix.length)))
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
    const { workspaces, workspace, log, failed } = this.#options
    try {
      for (const each of id === '' ? await workspaces() : [await workspace(id)]) this.#look(each)
    } catch (error) {
      log.error({ err: error }, failed)
    }
  }

  #look(workspace: Workspace): void {
    const { id } = workspace
    if (this.#stopping.signal.aborted) return
    if (this.#working.has(id)) {
      this.#again.add(id)
      return
    }
    const { log, failed } = this.#options
    this.#working.set(
      id,
      this.#work(workspace)
        .catch((error: unknown) => log.error({ err: error, workspace: id }, failed))
        .finally(() => {
          this.#working.delete(id)
          if (this.#again.delete(id)) this.#look(workspace)
        }),
    )
  }

  async #work(workspace: Workspace): Promise<void> {
    const { calm, work } = this.#options
    const { signal } = this.#stopping
    await sleep(calm, undefined, { signal }).catch(() => {})
    if (!signal.aborted) await work(workspace, signal)
  }
}
