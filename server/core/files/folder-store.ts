import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
    async receive(workspaceId, content, limit) {
      await mkdir(home(workspaceId), { recursive: true, mode: 0o700 })
      const draft = join(home(workspaceId), `.${randomUUID()}`)
      const release = () => rm(draft, { force: true })
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
      } catch (error) {
        await release()
        throw refusalOf(error)
      }
      const sha256 = digest.digest('hex')
      const path = place(workspaceId, sha256)
      const keep = async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        await flush(dirname(path), 'r')
      }
      return { sha256, size, release, keep: () => keep().catch((error) => Promise.reject(refusalOf(error))) }
    },
    read: async (workspaceId, sha256) => createReadStream(await existing(workspaceId, sha256)),
    local: async (workspaceId, sha256) => ({
      path: await existing(workspaceId, sha256),
      release: async () => {},
    }),
    async clear(workspaceId, before) {
      const names = await readdir(home(workspaceId)).catch(unlessGone)
      for (const name of names ?? []) {
        if (!name.startsWith('.')) continue
        const draft = join(home(workspaceId), name)
        // It may be kept or released in this moment.
        const found = await stat(draft).catch(unlessGone)
        if (found !== undefined && found.mtime < before) await rm(draft, { force: true })
      }
    },
    remove: (workspaceId, sha256) => rm(place(workspaceId, sha256), { force: true }),
  }
}

const tooLarge = (limit: number) =>
  new AppError('file_too_large', { limit: `${Math.round(limit / 1024 / 1024)} MB` })

/** Names come from ids and digests; anything else must not become a path. */
function safe(name: string): string {
  if (!/^[0-9A-Za-z_-]{1,128}$/.test(name)) throw new AppError('not_found', { what: name.slice(0, 80) })
  return name
}

/** Until it is on the disk: a content itself, or that a folder holds it. */
async function flush(path: string, flags: 'r' | 'r+' = 'r+'): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** What is not there is nothing to tell of; all else is. */
const unlessGone = (error: unknown): undefined => {
  if (codeOf(error) !== 'ENOENT') throw error
}

const refusalOf = (error: unknown) => {
  return fullCodes.has(codeOf(error)) ? new AppError('disk_full', {}, { cause: error }) : error
}

const fullCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])
