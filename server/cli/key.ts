import type { Workspace } from '#server/core/workspaces/index.ts'
import { keyLifetimes, usualKeyLifetime } from '#shared/access/key-lifetimes.ts'
import { type Command, UsageError } from './command.ts'
import { needed, readOptions } from './options.ts'

const usage = `kith key create --email E [--workspace W] [--name N] [--role ROLE] [--read-only] [--objects A,B]
                [--expires 30|90|365|never]

Makes an API key that acts as the member with this e-mail (or mobile number) and prints it, alone, on the last line.
It is shown this once, and ends by itself after ${usualKeyLifetime} days where nothing else is said. A role (its id, key or name) narrows what
the member may to what it may; --read-only lets the key write nothing, and --objects leaves nothing but these objects.`

const options = {
  email: { type: 'string' },
  workspace: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  objects: { type: 'string' },
  expires: { type: 'string' },
  'read-only': { type: 'boolean' },
} as const

export const command: Command = {
  summary: 'make an API key',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, options)
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}"?`)
    const identifier = needed(values.email, 'email')
    const name = values.name ?? 'API'
    const expiresInDays = lifetimeOf(values.expires)
    const objects = values.objects?.split(',').map((object) => object.trim()) ?? null
    const { withKith, onlySlug } = await import('./with-kith.ts')
    const { createAuthHooks } = await import('#server/members.ts')
    const key = await withKith(context, async (kith, auth) => {
      const account = await auth.findAccountByIdentifier(identifier)
      if (account === undefined) throw new UsageError(`Nobody signs in with ${identifier}`)
      const workspace = await kith.registry.bySlug(values.workspace ?? onlySlug(await kith.registry.list()))
      const membership = await auth.findMembership(account.id, workspace.id)
      if (!membership?.active) throw new UsageError(`${identifier} is no member of ${workspace.slug}`)
      const hooks = createAuthHooks(kith, context.log)
      const { userId } = membership
      const place = { accountId: account.id, workspaceId: workspace.id }
      const grant = await hooks.checkKeyGrant(
        { ...place, userId },
        {
          roleId: await roleIdOf(workspace, values.role),
          readOnly: values['read-only'] ?? false,
          objects,
        },
      )
      const actorId = await hooks.createKeyActor({ ...place, userId, name })
      const made = await auth.createKey({ ...place, actorId, name, grant, expiresInDays })
      await auth.tell({ kind: 'keyCreated', ...place })
      return made
    })
    if (key.expiresAt !== null) context.print(`Valid until ${key.expiresAt.slice(0, 10)}`)
    context.print(key.key)
    return 0
  },
}

function lifetimeOf(given: string | undefined): number | null {
  if (given === 'never') return null
  if (given === undefined) return usualKeyLifetime
  const days = keyLifetimes.find((known) => String(known) === given)
  if (days === undefined) throw new UsageError(`--expires is one of ${keyLifetimes.join(', ')}, never`)
  return days
}

/** @throws UsageError where no role is called so */
async function roleIdOf({ pool, schema }: Workspace, given: string | undefined): Promise<string | null> {
  if (given === undefined) return null
  const { rows } = await pool.query<{ id: string }>({
    text: `select id from ${schema}._role r where $1 in (r.id::text, r.key)
      or exists (select from jsonb_each_text(r.label::jsonb) l where lower(l.value) = lower($1))`,
    values: [given],
  })
  if (rows.length !== 1) throw new UsageError(`No role is called ${given}`)
  return rows[0]!.id
}
