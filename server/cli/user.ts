import { type Language, languages } from '#shared/language.ts'
import { type Command, UsageError } from './command.ts'
import { needed, readOptions } from './options.ts'

const usage = `kith user create --email E --password P --name N [--mobile M] [--workspace W] [--role admin|member]
                 [--language zh-CN|zh-TW|en]

Makes an account and a member of workspace W, which is made if it is new. The first member of a workspace is an
administrator. An account that is there already becomes a member with the password it has.`

const options = {
  email: { type: 'string' },
  mobile: { type: 'string' },
  password: { type: 'string' },
  name: { type: 'string' },
  workspace: { type: 'string' },
  role: { type: 'string' },
  language: { type: 'string' },
} as const

export const command: Command = {
  summary: 'make a user, and a workspace for them',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, options)
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}"?`)
    const { email, mobile, role, workspace } = values
    const [name, password] = [needed(values.name, 'name'), needed(values.password, 'password')]
    if (email === undefined && mobile === undefined) throw new UsageError('--email or --mobile is needed')
    if (role !== undefined && role !== 'admin' && role !== 'member')
      throw new UsageError('--role is admin or member')
    const language = languageOf(values.language)
    const { withKith, onlySlug } = await import('./with-kith.ts')
    const { addMember, createWorkspaceFor } = await import('#server/members.ts')
    await withKith(context, async (kith, auth) => {
      const ways = { ...(email !== undefined && { email }), ...(mobile !== undefined && { mobile }) }
      const known = await auth.findAccountByIdentifier(email ?? mobile ?? '')
      const account = known ?? (await auth.createAccount({ name, password, ...ways }))
      const existing = await kith.registry.list()
      const slug = workspace ?? (existing.length === 0 ? 'kith' : onlySlug(existing))
      const isNew = !existing.some((row) => row.slug === slug)
      const place = isNew
        ? await createWorkspaceFor(kith, slug, slug, language)
        : await kith.registry.bySlug(slug)
      const first = (await auth.membersOf(place.id)).length === 0
      const given = role ?? (first ? 'admin' : 'member')
      const records = await addMember(kith, place, account, given)
      await auth.addMembership({ accountId: account.id, workspaceId: place.id, role: given, ...records })
      context.print(`${account.name} is ${given === 'admin' ? 'an administrator' : 'a member'} of ${slug}`)
    })
    return 0
  },
}

function languageOf(given: string | undefined): Language {
  if (given === undefined) return 'zh-CN'
  const language = languages.find((known) => known === given)
  if (language === undefined) throw new UsageError(`--language is one of ${languages.join(', ')}`)
  return language
}
