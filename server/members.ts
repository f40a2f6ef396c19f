import { giveRole } from '#server/core/access/index.ts'
import { createRecords } from '#server/core/records/index.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import type { AuthHooks } from '#server/platform/auth/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { administrator, member } from '#shared/access/shipped-roles.ts'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/language.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type Kith, plantSeeds } from './kith.ts'

/** Demo records that a first run brings: enough to try everything, quick to load. */
const demoRecords = 1_500

/** What sign-in needs of the workspaces. */
export function createAuthHooks(kith: Kith, log: Log): AuthHooks {
  return {
    async createWorkspace({ account, workspaceName, slug, language, timeZone, currency, demo }) {
      const settings = { ...defaultSettings(language), timeZone, currency }
      const workspace = await createWithSlug(kith, slug, workspaceName, { name: workspaceName, settings })
      await plantSeeds(await kith.systemContext(workspace))
      const records = await addMember(kith, workspace, account, 'admin')
      if (demo) void loadDemoLater(kith, workspace, log)
      return { workspaceId: workspace.id, ...records }
    },
    async createMember({ workspaceId, account, role }) {
      return addMember(kith, await kith.registry.get(workspaceId), account, role)
    },
    async returnMember({ workspaceId, userId, role }) {
      const cx = await kith.systemContext(await kith.registry.get(workspaceId))
      await giveRole(cx, userId, roleKeys[role])
    },
    async createKeyActor({ workspaceId, userId, name }) {
      const cx = await kith.systemContext(await kith.registry.get(workspaceId))
      const { ids } = await createRecords(cx, 'actor', [{ name, kind: 'key', userId }], { idsOnly: true })
      return ids[0]!
    },
    async describeWorkspaces(ids) {
      const workspaces = await Promise.all(ids.map((id) => kith.registry.get(id)))
      return workspaces.map(({ id, slug, name, language }) => ({ id, slug, name, language }))
    },
  }
}

/** A workspace with the usual settings of a language and its seeds. @throws AppError `name_taken`, `invalid_slug` */
export async function createWorkspaceFor(
  kith: Kith,
  slug: string,
  name: string,
  language: Language,
): Promise<Workspace> {
  const workspace = await kith.registry.create({ slug, name, settings: defaultSettings(language) })
  await plantSeeds(await kith.systemContext(workspace))
  return workspace
}

type NewWorkspaceOptions = Omit<Parameters<Kith['registry']['create']>[0], 'slug'>

/** A slug that was asked for is taken or refused; one that follows from the name is varied until it is free. */
async function createWithSlug(
  kith: Kith,
  wanted: string | undefined,
  name: string,
  options: NewWorkspaceOptions,
): Promise<Workspace> {
  if (wanted !== undefined) return kith.registry.create({ slug: wanted, ...options })
  const base = slugOf(name)
  for (let number = 1; ; number++) {
    try {
      return await kith.registry.create({ slug: number === 1 ? base : `${base}-${number}`, ...options })
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'name_taken' || number === 100) throw error
    }
  }
}

/** `Acme Ltd.` → `acme-ltd`; a name without Latin letters → `workspace`. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 40).replace(/-+$/, '') || 'workspace'
}

/** What a person is given who joins as one or the other. */
const roleKeys = { admin: administrator, member } as const

interface Person {
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
}

/** The member's records of `user` and `actor`; a member who is there by the same e-mail (an import's salesperson) is that one. */
export async function addMember(
  kith: Kith,
  workspace: Workspace,
  person: Person,
  role: keyof typeof roleKeys,
): Promise<{ userId: string; actorId: string }> {
  const cx = await kith.systemContext(workspace)
  const { language } = workspace
  const { timeZone } = workspace.settings()
  const { name, email, mobile } = person
  const user = { name, email, mobile, language, timeZone, isActive: true }
  const known = email === null ? undefined : await userByEmail(cx.workspace, email)
  const userId =
    known ?? (await createRecords(cx, 'user', [{ id: uuidv7(), ...user }], { idsOnly: true })).ids[0]!
  const { ids } = await createRecords(cx, 'actor', [{ name, kind: 'user', userId }], { idsOnly: true })
  await giveRole(cx, userId, roleKeys[role])
  return { userId, actorId: ids[0]! }
}

async function userByEmail({ pool, schema }: Workspace, email: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>({
    text: `select id from ${schema}."user" where lower(email) = lower($1) and deleted_at is null limit 1`,
    values: [email],
  })
  return rows[0]?.id
}

async function loadDemoLater(kith: Kith, workspace: Workspace, log: Log): Promise<void> {
  try {
    const { loadDemo } = await import('#server/apps/demo/index.ts')
    await loadDemo(await kith.systemContext(workspace), { records: demoRecords })
  } catch (error) {
    log.error({ err: error, workspace: workspace.slug }, 'the demo data could not be loaded')
  }
}
