import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { Head, type Moment, type Stretch } from './head.ts'

interface HeadsOptions {
  readonly notifier: Pick<Notifier, 'subscribe'>
  /** The topic of the notices that the log of a workspace grew. */
  readonly topic: (workspaceId: string) => string
  readonly log: Log
}

/** The ends of the change logs for whose growth somebody waits, of each workspace one. */
export class Heads {
  readonly #options: HeadsOptions
  readonly #heads = new Map<string, { readonly head: Head; readonly unsubscribe: () => void }>()

  constructor(options: HeadsOptions) {
    this.#options = options
  }

  /** @returns the moment after which `listener` is told of all that becomes visible, and how to stop that */
  async follow(
    workspace: Workspace,
    listener: (stretch: Stretch) => void,
  ): Promise<{ at: Moment; leave: () => void }> {
    const { head, unsubscribe } = this.#headOf(workspace)
    const leave = (): void => {
      if (head.leave(listener) > 0 || this.#heads.get(workspace.id)?.head !== head) return
      this.#heads.delete(workspace.id)
      unsubscribe()
      void head.stop()
    }
    try {
      return { at: await head.follow(listener), leave }
    } catch (error) {
      leave()
      throw error
    }
  }

  #headOf(workspace: Workspace) {
    const known = this.#heads.get(workspace.id)
    if (known !== undefined) return known
    const { notifier, topic, log } = this.#options
    const head = new Head(workspace, log)
    const made = { head, unsubscribe: notifier.subscribe(topic(workspace.id), () => head.look()) }
    this.#heads.set(workspace.id, made)
    return made
  }
}
