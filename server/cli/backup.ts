import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from './command.ts'
import { readFileName } from './options.ts'

const usage = `kith backup FILE

Writes everything into FILE: accounts, keys, every workspace with its records, history and stored files, all of one
moment. People work on meanwhile. FILE appears when it is whole; keep it safe, for it holds all that Kith holds.
Bring it back with kith restore.`

export const command: Command = {
  summary: 'write everything into one file',
  usage,
  async run(args, context) {
    const file = readFileName(args)
    const { withKith } = await import('./with-kith.ts')
    const { createBackup } = await import('#server/core/backup/index.ts')
    const { createFolderStore } = await import('#server/core/files/index.ts')
    const { workspaces, rows, files } = await withKith(context, async ({ platform, filesFolder }) =>
      createBackup(
        {
          platform,
          files: createFolderStore(filesFolder),
          version: await version(),
          onMissing: (workspace, sha256) =>
            context.log.warn(
              { workspace, sha256 },
              'the content of a file is missing; the backup goes on without it',
            ),
        },
        file,
      ),
    )
    context.print(`Backed up: ${workspaces} workspaces, ${rows} rows, ${files} files in ${file}`)
    return 0
  },
}

async function version(): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  return manifest.version
}
