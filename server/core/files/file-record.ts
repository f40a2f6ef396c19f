import type { Readable } from 'node:stream'
import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import { createRecords, listRecords } from '#server/core/records/index.ts'
import { AppError } from '#shared/errors.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { lockContent } from './content-lock.ts'
import { contentTypeOf } from './content-type.ts'
import type { FileStore } from './file-store.ts'

/** A record of `file`. */
export interface FileRecord {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly sha256: string
}

export const mostFileBytes = 200 * 1024 * 1024

/**
 * Stores a content and its record, both or neither.
 * @throws AppError `file_too_large`, `disk_full`
 */
export async function keepFile(
  cx: Context,
  files: FileStore,
  fileName: string,
  content: Readable,
): Promise<FileRecord> {
  const received = await files.receive(cx.workspace.id, content, mostFileBytes)
  try {
    const { sha256, size } = received
    const name = tidyName(fileName)
    const record: FileRecord = { id: uuidv7(), name, contentType: contentTypeOf(name), size, sha256 }
    const within = async (client: Runner) => {
      await lockContent(cx, client, sha256)
      await received.keep()
    }
    // A file's record says what the server measured, so it is the engine's to make; the asker stays its author.
    await createRecords({ ...cx, source: 'system' }, 'file', [record], { idsOnly: true, within })
    return record
  } finally {
    await received.release()
  }
}

/** @throws AppError `not_found` */
export async function findFile(cx: Context, id: string): Promise<FileRecord> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new AppError('not_found', { what: id.slice(0, 80) })
  const text = await listRecords(cx, 'file', { filter: `id = ${JSON.stringify(id)}`, limit: 1 })
  const [record] = (JSON.parse(text) as { data: FileRecord[] }).data
  if (record === undefined) throw new AppError('not_found', { what: id })
  return record
}

/** The last part of a path, without what a file system or a header cannot hold. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const tidy = last
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
  return tidy.trim().slice(0, 200) || 'file'
}
