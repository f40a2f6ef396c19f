import type { Context } from '#server/core/context.ts'
import type { DirectoryPerson } from './directory.ts'

export interface Joining {
  readonly userId: string
  readonly person: Pick<DirectoryPerson, 'name' | 'email' | 'mobile'>
  /** What the person signs in with, where the directory is a way to sign in. */
  readonly identity?: { readonly provider: string; readonly subject: string }
}

/** Who may come in: accounts and memberships, which are the platform's. Main lends it. */
export interface DirectoryMembers {
  /** Members who have an account, active or not, by their records: of all, or of some. */
  withAccount(workspaceId: string, among?: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Makes a member of whom a record of `user` speaks. An account that exists outside the workspace is never taken over:
   * `elsewhere` where that leaves no way in.
   */
  join(cx: Context, joining: Joining): Promise<'joined' | 'elsewhere'>
  /** Sessions, keys and open streams end at once. */
  leave(workspaceId: string, userId: string): Promise<void>
  comeBack(workspaceId: string, userId: string): Promise<void>
}
