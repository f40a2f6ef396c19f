import { type Command, UsageError } from './command.ts'
import { needed, readOptions } from './options.ts'

const usage = `kith key create --email E [--workspace W] [--name N]

Makes an API key that acts as the member with this e-mail (or mobile number) and prints it, alone, on the last line.
It is shown this once.`

const options = {
  email: { type: 'string' },
  workspace: { type: 'string' },
  name: { type: 'string' },
} as const

export const command: Command = {
  summary: 'make an API key',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, options)
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}"?`)
    const identifier = needed(values.email, 'email')
    const name = values.name ?? 'API'
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
      const actorId = await hooks.createKeyActor({ workspaceId: workspace.id, userId, name })
      return auth.createKey({ accountId: account.id, workspaceId: workspace.id, actorId, name })
    })
    context.print(key.key)
    return 0
  },
}
