import { type Access, giveRole, permitRight } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import {
  givePosition,
  type MemberAccounts,
  permitOver,
  permitPosition,
  permitRole,
} from '#server/core/people/index.ts'
import { createRecords, updateRecords } from '#server/core/records/index.ts'
import { checkKeyGrant, describeKeyGrants, requireRoles } from '#server/core/roles/key-grants.ts'
import type { Workspace } from '#server/core/workspaces/index.ts'
import type { Auth, AuthHooks, InvitedAs } from '#server/platform/auth/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import type { Mailer } from '#server/platform/mail/index.ts'
import type { KeyGrant } from '#shared/access/key-grant.ts'
import { administrator, member } from '#shared/access/shipped-roles.ts'
import { AppError } from '#shared/errors.ts'
import { type Language, negotiateLanguage } from '#shared/language.ts'
import { defaultSettings } from '#shared/metadata/default-settings.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { type Kith, plantSeeds } from './kith.ts'

/** Demo records that a first run brings: enough to try everything, quick to load. */
const demoRecords = 1_500

/** What sign-in needs of the workspaces. */
export function createAuthHooks(kith: Kith, log: Log, mailer?: Mailer): AuthHooks {
  return {
    sendMail: mailer && ((mail) => mailer.send(mail)),
    async createWorkspace({ account, workspaceName, slug, language, timeZone, currency, demo }) {
      const settings = { ...defaultSettings(language), timeZone, currency }
      const workspace = await createWithSlug(kith, slug, workspaceName, { name: workspaceName, settings })
      await plantSeeds(await kith.systemContext(workspace))
      const records = await addMember(kith, workspace, account, 'admin')
      if (demo) void loadDemoLater(kith, workspace, log)
      return { workspaceId: workspace.id, ...records }
    },
    async createMember({ workspaceId, account, role, invited }) {
      return addMember(kith, await kith.registry.get(workspaceId), account, role, invited)
    },
    async returnMember({ workspaceId, userId, role, invited }) {
      const cx = await kith.systemContext(await kith.registry.get(workspaceId))
      await updateRecords(cx, 'user', [{ id: userId, isActive: true }], { idsOnly: true })
      if (invited === undefined) await giveRole(cx, userId, roleKeys[role])
      else await givePosition(cx, userId, invited)
    },
    async createKeyActor({ workspaceId, userId, name }) {
      const cx = await kith.systemContext(await kith.registry.get(workspaceId))
      const { ids } = await createRecords(cx, 'actor', [{ name, kind: 'key', userId }], { idsOnly: true })
      return ids[0]!
    },
    async checkKeyGrant(member, wanted) {
      const workspace = await kith.registry.get(member.workspaceId)
      return checkKeyGrant(workspace, await accessOf(kith, member), wanted)
    },
    async describeKeyGrants(workspaceId, grants, language) {
      const workspace = await kith.registry.get(workspaceId)
      return describeKeyGrants(workspace, grants, negotiateLanguage(language, workspace.language))
    },
    requireRoles: async (workspaceId, ids) => requireRoles(await kith.registry.get(workspaceId), ids),
    async describeWorkspaces(ids) {
      const workspaces = await Promise.all(ids.map((id) => kith.registry.get(id)))
      return workspaces.map(({ id, slug, name, language }) => ({ id, slug, name, language }))
    },
    async permitRight(asker, right) {
      permitRight({ access: await accessOf(kith, asker) }, right)
    },
    async permitRole(asker, role) {
      const workspace = await kith.registry.get(asker.workspaceId)
      await permitRole(workspace, await accessOf(kith, asker), roleKeys[role])
    },
    async permitOver(asker, userId) {
      const { workspaceId } = asker
      const [own, other] = [await accessOf(kith, asker), await accessOf(kith, { workspaceId, userId })]
      permitOver(own, other, (await kith.registry.get(workspaceId)).catalogue())
    },
    async permitPosition(asker, position) {
      const workspace = await kith.registry.get(asker.workspaceId)
      await permitPosition(workspace, await accessOf(kith, asker), position)
    },
    async noteMember({ kind, workspaceId, by, client, userId, details = {} }) {
      const cx = await kith.systemContext(await kith.registry.get(workspaceId))
      const { address, userAgent = null } = client
      await recordAudit(
        {
          ...cx,
          actor: by === null ? cx.actor : { id: by.actorId, userId: by.userId },
          source: by?.kind === 'key' ? 'api' : 'web',
          origin: { address, userAgent },
        },
        {
          kind,
          outcome: kind === 'joinRefused' ? 'refused' : 'done',
          object: 'user',
          record: userId,
          details,
        },
      )
    },
  }
}

/** What a member may now, by the roles that they bear. */
async function accessOf(
  kith: Kith,
  {
    workspaceId,
    userId,
    grant,
  }: { readonly workspaceId: string; readonly userId: string; readonly grant?: KeyGrant },
): Promise<Access> {
  return kith.surroundings(await kith.registry.get(workspaceId)).accessOf(userId, grant)
}

/** Accounts behind the records of members. */
export const memberAccounts = (auth: Auth): MemberAccounts => ({
  accountsIn: (workspaceId) => auth.statesOf(workspaceId),
  async end(workspaceId, userId) {
    const membership = await auth.findMember(workspaceId, userId)
    if (membership !== undefined) await auth.deactivateMembership(membership.accountId, workspaceId)
  },
  async resume(workspaceId, userId) {
    const membership = await auth.findMember(workspaceId, userId)
    if (membership !== undefined && !membership.active)
      await auth.reactivateMembership(membership.accountId, workspaceId, membership.role)
  },
  async rename(workspaceId, userId, name) {
    const membership = await auth.findMember(workspaceId, userId)
    if (membership !== undefined) await auth.renameAccount(membership.accountId, name)
  },
})

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

/**
 * The member's records of `user` and `actor`. Who is there by the same e-mail (an import's salesperson) and has no account is that
 * one; by an invitation only where it names the address, which anybody could type otherwise.
 */
export async function addMember(
  kith: Kith,
  workspace: Workspace,
  person: Person,
  role: keyof typeof roleKeys,
  invited?: InvitedAs,
): Promise<{ userId: string; actorId: string }> {
  const cx = await kith.systemContext(workspace)
  const language = invited?.language ?? workspace.language
  const { timeZone } = workspace.settings()
  const { name, email, mobile } = person
  const vouched = email !== null && (invited === undefined || invited.email === email)
  const known = vouched ? await userByEmail(kith, workspace, email) : undefined
  const user = { name, email, mobile, language, timeZone, isActive: true }
  const userId =
    known ?? (await createRecords(cx, 'user', [{ id: uuidv7(), ...user }], { idsOnly: true })).ids[0]!
  if (known !== undefined) await updateRecords(cx, 'user', [{ id: known, isActive: true }], { idsOnly: true })
  const { ids } = await createRecords(cx, 'actor', [{ name, kind: 'user', userId }], { idsOnly: true })
  if (invited === undefined) await giveRole(cx, userId, roleKeys[role])
  else await givePosition(cx, userId, invited)
  return { userId, actorId: ids[0]! }
}

/** A record with this address behind which there is nobody's account. */
async function userByEmail(kith: Kith, workspace: Workspace, email: string): Promise<string | undefined> {
  const { pool, schema, id: workspaceId } = workspace
  const { rows } = await pool.query<{ id: string }>({
    text: `select id from ${schema}."user" where lower(email) = lower($1) and deleted_at is null limit 1`,
    values: [email],
  })
  const [user] = rows
  if (user === undefined) return undefined
  const taken = await kith.platform.pool.query(
    'select from kith.membership where workspace_id = $1 and user_id = $2 limit 1',
    [workspaceId, user.id],
  )
  return taken.rows.length === 0 ? user.id : undefined
}

async function loadDemoLater(kith: Kith, workspace: Workspace, log: Log): Promise<void> {
  try {
    const { loadDemo } = await import('#server/apps/demo/index.ts')
    await loadDemo(await kith.systemContext(workspace), { records: demoRecords })
  } catch (error) {
    log.error({ err: error, workspace: workspace.slug }, 'the demo data could not be loaded')
  }
}
