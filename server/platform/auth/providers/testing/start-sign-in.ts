import { createOutbound } from '#server/platform/outbound/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { createTestDatabase } from '#test/support/database.ts'
import type { AuthEvent } from '../../index.ts'
import { firstRun } from '../../testing/browser.ts'
import { type AuthProcess, startAuth } from '../../testing/start-auth.ts'
import type { ProviderDocument } from '../provider.ts'
import type { ProviderKindName } from '../provider-kind.ts'
import { kithUrl, Visitor } from './visitor.ts'

/** Kith with its first workspace, and a second one of other people. */
export interface SignInServer extends AuthProcess {
  readonly events: AuthEvent[]
  readonly workspaceId: string
  readonly otherWorkspaceId: string
  readonly owner: Visitor
  visitor(): Visitor
  /** Adds a provider to the first workspace, turned on. */
  add(kind: ProviderKindName, config: object, more?: object): Promise<ProviderDocument>
  /** Makes an account and its membership. @returns the account's id */
  person(name: string, email: string, workspaceId: string): Promise<string>
  /** Why the last sign-in failed, as the audit log is told. */
  reason(): string | null | undefined
}

/** @param allowed servers on loopback that may be called */
export async function startSignIn(
  allowed: readonly string[],
  outbound = createOutbound({ allowed }),
): Promise<SignInServer> {
  const database = await createTestDatabase()
  const events: AuthEvent[] = []
  const server = await startAuth(
    database.url,
    {},
    {
      publicUrl: kithUrl,
      onEvent: (event) => events.push(event),
      outbound,
    },
  )
  const owner = new Visitor(server.app)
  await owner.ask('POST', 'first-run', firstRun)
  const workspaceOf = async () => (await owner.session())?.workspace as unknown as { readonly id: string }
  const { id: workspaceId } = await workspaceOf()
  const { workspaceName: _, demo: __, ...place } = { ...firstRun, demo: false }
  const made = await owner.ask('POST', 'workspaces', {
    workspaceName: 'Elsewhere',
    language: place.language,
    timeZone: place.timeZone,
    currency: place.currency,
  })
  const otherWorkspaceId = (JSON.parse(made.text) as { workspaceId: string }).workspaceId
  await owner.ask('POST', 'workspace', { workspaceId })
  return {
    ...server,
    ...{ events, owner, workspaceId, otherWorkspaceId },
    visitor: () => new Visitor(server.app),
    async add(kind, config, more = {}) {
      const answer = await owner.ask('POST', 'identity-providers', {
        ...{ kind, name: 'Staff', config, enabled: true },
        ...more,
      })
      if (answer.status !== 201) throw new Error(answer.text)
      return (JSON.parse(answer.text) as { data: ProviderDocument }).data
    },
    async person(name, email, inWorkspace) {
      const account = await server.auth.createAccount(
        { name, email, password: 'correct horse battery' },
        { workspaceId: inWorkspace, userId: uuidv7(), actorId: uuidv7(), role: 'member' },
      )
      return account.id
    },
    reason: () => events.findLast(({ kind }) => kind === 'signInFailed')?.reason,
    async stop() {
      await server.stop()
      await database.drop()
    },
  }
}
