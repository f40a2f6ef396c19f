import type { KeyGrant } from '#shared/access/key-grant.ts'
import type { Language } from '#shared/language.ts'
import type { Access } from './access/access.ts'
import type { WriteStep } from './records/write/step.ts'
import type { Workspace } from './workspaces/workspace.ts'

/** Through which door a change came; kept in the change log. */
export type Source = 'web' | 'api' | 'import' | 'cli' | 'system'

/** Who acts: a record of the object `actor`. `userId` is the member behind it, null where nobody is. */
export interface Actor {
  readonly id: string
  readonly userId: string | null
}

/** From where a request came, as far as it is known. */
export interface Origin {
  readonly address: string | null
  readonly userAgent: string | null
}

/** All that an operation may know of its surroundings; made by each edge (HTTP, command line, job) and passed on. */
export interface Context {
  readonly workspace: Workspace
  readonly actor: Actor
  /** What the actor may see and do. */
  readonly access: Access
  /** What another member may: for what is told to them, or done in their name; narrowed to the grant of a key. */
  readonly accessOf: (userId: string, grant?: KeyGrant) => Promise<Access>
  /** Whether one of these members could come in now, by the workspace's sign-in policy. */
  readonly comesIn: (members: readonly string[]) => Promise<boolean>
  readonly source: Source
  /** Of a request; what the system does by itself has none. */
  readonly origin?: Origin
  readonly language: Language
  /** The asker's IANA time zone: `today()` and date grouping. */
  readonly timeZone: string
  readonly now: () => Date
  /** What follows from writes to certain objects; registered by main. */
  readonly steps: readonly WriteStep[]
  /**
   * Tells every process, after the commit, what happened: a topic, or none where records changed, so that followers of the
   * change log look at once.
   */
  readonly announce: (topic?: string) => void
}

/** What every edge adds to its contexts, whoever acts. */
export type Surroundings = Pick<Context, 'steps' | 'announce' | 'accessOf' | 'comesIn'>
