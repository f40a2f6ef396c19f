import type { Command } from './command.ts'
import { readFileName } from './options.ts'

const usage = `kith restore FILE

Brings everything back that kith backup wrote into FILE, or nothing. Only into an empty installation: one without
accounts and workspaces. Nobody is signed in afterwards; passwords and API keys are what they were.`

export const command: Command = {
  summary: 'bring everything back from a backup',
  usage,
  async run(args, context) {
    const file = readFileName(args)
    const { withKith } = await import('./with-kith.ts')
    const { restoreBackup } = await import('#server/core/backup/index.ts')
    const { createFolderStore } = await import('#server/core/files/index.ts')
    const { workspaces, rows, files } = await withKith(
      context,
      async ({ platform, filesFolder, registry }) => {
        const summary = await restoreBackup(
          { platform, files: createFolderStore(filesFolder), filesFolder },
          file,
        )
        // What an older Kith wrote gets what this one ships.
        await registry.upgrade()
        return summary
      },
    )
    context.print(`Restored: ${workspaces} workspaces, ${rows} rows, ${files} files`)
    return 0
  },
}
