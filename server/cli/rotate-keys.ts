import { type Command, UsageError } from './command.ts'
import { readOptions } from './options.ts'

const usage = `kith keys rotate [--workspace W]

Makes a new key for the encrypted fields of a workspace, of all without --workspace, and seals their values anew. People work on
meanwhile. What was interrupted goes on by itself within hours, or with the next call. To change KITH_SECRET itself, start once with
the new one as KITH_SECRET and the former one as KITH_SECRET_PREVIOUS.`

export const command: Command = {
  summary: 'seal encrypted fields under a new key',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, { workspace: { type: 'string' } })
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}"?`)
    const { withKith } = await import('./with-kith.ts')
    const { recordAudit } = await import('#server/core/audit/index.ts')
    const { rotateKeys } = await import('#server/core/workspaces/rotate-keys.ts')
    await withKith(context, async ({ registry, systemContext }) => {
      const wanted =
        values.workspace === undefined
          ? await Promise.all((await registry.list()).map(({ id }) => registry.get(id)))
          : [await registry.bySlug(values.workspace)]
      for (const workspace of wanted) {
        const count = await rotateKeys(workspace)
        if (count !== undefined)
          await recordAudit(await systemContext(workspace, 'cli'), { kind: 'encryptionKeyRotated', count })
        context.print(
          count === undefined
            ? `${workspace.slug}: no field is encrypted`
            : `${workspace.slug}: a new key; ${count} values sealed anew`,
        )
      }
    })
    return 0
  },
}
