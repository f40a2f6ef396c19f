import { type Command, UsageError } from './command.ts'
import { readOptions } from './options.ts'

const usage = `kith demo load [--records N] [--workspace W] [--seed S]

Fills a workspace with N plausible records (10,000): companies, contacts, leads, deals, activities and tasks.
Made first if there is none: workspace kith, without a user.`

const options = {
  records: { type: 'string' },
  workspace: { type: 'string' },
  seed: { type: 'string' },
} as const

const most = 10_000_000
const reportEvery = 50_000

export const command: Command = {
  summary: 'fill a workspace with plausible records',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, options)
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}"?`)
    const records = wholeNumber(values.records ?? '10000', 'records')
    const seed = values.seed === undefined ? undefined : wholeNumber(values.seed, 'seed')
    const { withKith, onlySlug } = await import('./with-kith.ts')
    const { createWorkspaceFor } = await import('#server/members.ts')
    const { loadDemo } = await import('#server/apps/demo/index.ts')
    const began = Date.now()
    const loaded = await withKith(context, async (kith) => {
      const existing = await kith.registry.list()
      const slug = values.workspace ?? (existing.length === 0 ? 'kith' : onlySlug(existing))
      const isNew = !existing.some((row) => row.slug === slug)
      const workspace = isNew
        ? await createWorkspaceFor(kith, slug, slug, 'zh-CN')
        : await kith.registry.bySlug(slug)
      let reported = 0
      return loadDemo(await kith.systemContext(workspace), {
        records,
        ...(seed !== undefined && { seed }),
        onProgress: (count) => {
          if (count - reported < reportEvery) return
          reported = count
          context.print(`  ${count.toLocaleString('en')} records`)
        },
      })
    })
    const seconds = Math.max(0.1, (Date.now() - began) / 1000)
    context.print(`${loaded.toLocaleString('en')} records in ${seconds.toFixed(1)} s`)
    return 0
  },
}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,8}$/.test(text) || Number(text) < 1 || Number(text) > most) {
    throw new UsageError(`--${option} is a whole number from 1 to ${most}`)
  }
  return Number(text)
}
