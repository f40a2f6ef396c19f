import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Access } from './access.ts'
import { type Membership, plantRoles } from './plant-roles.ts'
import { type AccessState, loadAccessState } from './state.ts'

const topics = 'access:'

/** Topic of the news that roles, teams or sharing of a workspace changed. */
export const accessTopic = (workspaceId: string): string => `${topics}${workspaceId}`

interface AccessOptions {
  readonly notifier: Pick<Notifier, 'subscribe'>
  /** Who was a member of a workspace before it had roles, and as what. */
  readonly membershipsOf: (workspaceId: string) => Promise<readonly Membership[]>
}

/** What each member may, of all workspaces that this process serves; read anew once something changed. */
export class AccessRegistry {
  readonly #options: AccessOptions
  readonly #states = new Map<string, Promise<AccessState>>()
  readonly #unsubscribe: () => void

  constructor(options: AccessOptions) {
    this.#options = options
    this.#unsubscribe = options.notifier.subscribe(topics, (topic) => {
      if (topic === topics) this.#states.clear()
      else this.#states.delete(topic.slice(topics.length))
    })
  }

  async accessOf(workspace: Workspace, userId: string): Promise<Access> {
    const state = await this.#stateOf(workspace)
    return state.accessOf(userId)
  }

  close(): void {
    this.#unsubscribe()
  }

  #stateOf(workspace: Workspace): Promise<AccessState> {
    const { id } = workspace
    const known = this.#states.get(id)
    if (known !== undefined) return known
    const loading = this.#load(workspace)
    this.#states.set(id, loading)
    loading.catch(() => {
      if (this.#states.get(id) === loading) this.#states.delete(id)
    })
    return loading
  }

  async #load(workspace: Workspace): Promise<AccessState> {
    await plantRoles(workspace, () => this.#options.membershipsOf(workspace.id))
    return loadAccessState(workspace)
  }
}
