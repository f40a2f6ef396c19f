import type { Workspace } from '#server/core/workspaces/workspace.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { KeyGrant } from '#shared/access/key-grant.ts'
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
  /** The last one that was read, out of date or not. */
  readonly #former = new Map<string, AccessState>()
  readonly #unsubscribe: () => void

  constructor(options: AccessOptions) {
    this.#options = options
    this.#unsubscribe = options.notifier.subscribe(topics, (topic) => {
      if (topic === topics) this.#states.clear()
      else this.#states.delete(topic.slice(topics.length))
    })
  }

  /** @param grant of the key by which the member asks: what they may is narrowed to it */
  async accessOf(workspace: Workspace, userId: string, grant?: KeyGrant): Promise<Access> {
    const state = await this.#stateOf(workspace)
    return state.accessOf(userId, grant)
  }

  /** Ids of the roles that a member bears. */
  async rolesOf(workspace: Workspace, userId: string): Promise<readonly string[]> {
    const state = await this.#stateOf(workspace)
    return state.rolesOf(userId)
  }

  /** Once a workspace from before roles has those that come with Kith. */
  async ready(workspace: Workspace): Promise<void> {
    await this.#stateOf(workspace)
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
    const state = await loadAccessState(workspace, this.#former.get(workspace.id))
    this.#former.set(workspace.id, state)
    return state
  }
}
