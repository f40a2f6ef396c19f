import { join } from 'node:path'
import { file as fileObject } from '#server/apps/files/file.ts'
import { createFolderStore } from '#server/core/files/index.ts'
import { standard } from '#server/core/metadata/test/objects.ts'
import { WorkspaceRegistry } from '#server/core/workspaces/index.ts'
import { createTestDatabase } from '#test/support/database.ts'
import { openPlatform } from '#test/support/workspace.ts'
import { createBackup, restoreBackup } from '../index.ts'

/** An installation that is backed up, or restored into: a database and a folder of files. */
export interface Side {
  readonly platform: Awaited<ReturnType<typeof openPlatform>>['platform']
  readonly registry: WorkspaceRegistry
  readonly filesFolder: string
  close(): Promise<void>
}

/** @param folder the one in which the side's own folder of files lies */
export async function openSide(folder: string, name: string): Promise<Side> {
  const database = await createTestDatabase()
  const { platform, close } = await openPlatform(database.url)
  const registry = new WorkspaceRegistry(platform, [...standard, fileObject])
  return {
    platform,
    registry,
    filesFolder: join(folder, name),
    close: async () => {
      await registry.close()
      await close()
      await database.drop()
    },
  }
}

export const save = ({ platform, filesFolder }: Side, file: string) =>
  createBackup(
    {
      platform,
      files: createFolderStore(filesFolder),
      version: '0.1.0',
      onMissing: (workspace, sha256) => {
        throw new Error(`${workspace} misses ${sha256}`)
      },
    },
    file,
  )

export const restore = ({ platform, filesFolder }: Side, file: string) =>
  restoreBackup({ platform, files: createFolderStore(filesFolder), filesFolder }, file)
