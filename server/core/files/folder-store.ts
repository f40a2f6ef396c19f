import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/errors.ts'
import type { FileStore } from './file-store.ts'

/** Contents in a folder: `<folder>/<workspace>/<first two digits>/<digest>`. A content appears whole or not at all. */
export function createFolderStore(folder: string): FileStore {
  const home = (workspaceId: string) => join(folder, safe(workspaceId))
  const place = (workspaceId: string, sha256: string) =>
    join(home(workspaceId), safe(sha256).slice(0, 2), sha256)

  const existing = async (workspaceId: string, sha256: string): Promise<string> => {
    const path = place(workspaceId, sha256)
    await access(path).catch(() => {
      throw new AppError('not_found', { what: sha256 })
    })
    return path
  }

  return {
    async put(workspaceId, content, limit) {
      await mkdir(home(workspaceId), { recursive: true, mode: 0o700 })
      const draft = join(home(workspaceId), `.${randomUUID()}`)
      const digest = createHash('sha256')
      let size = 0
      const measure = new Transform({
        transform(piece: Buffer, _, done) {
          size += piece.length
          digest.update(piece)
          done(size > limit ? tooLarge(limit) : null, piece)
        },
      })
      try {
        await pipeline(content, measure, createWriteStream(draft, { mode: 0o600 }))
        await flush(draft)
        const sha256 = digest.digest('hex')
        const path = place(workspaceId, sha256)
        await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        return { sha256, size }
      } catch (error) {
        await rm(draft, { force: true })
        throw isFull(error) ? new AppError('disk_full', {}, { cause: error }) : error
      }
    },
    read: async (workspaceId, sha256) => createReadStream(await existing(workspaceId, sha256)),
    local: async (workspaceId, sha256) => ({
      path: await existing(workspaceId, sha256),
      release: async () => {},
    }),
  }
}

const tooLarge = (limit: number) =>
  new AppError('file_too_large', { limit: `${Math.round(limit / 1024 / 1024)} MB` })

/** Names come from ids and digests; anything else must not become a path. */
function safe(name: string): string {
  if (!/^[0-9A-Za-z_-]{1,128}$/.test(name)) throw new AppError('not_found', { what: name.slice(0, 80) })
  return name
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
