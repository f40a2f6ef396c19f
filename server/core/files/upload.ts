import type { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '#shared/errors.ts'
import { mostFileBytes } from './file-record.ts'

/** Adds reading of `multipart/form-data` to this part of the server. */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: { fileSize: mostFileBytes, files: 1, fields: 10, fieldSize: 10_000, parts: 11 },
    throwFileSizeLimit: false,
  })
}

export interface Upload {
  readonly fileName: string
  readonly content: Readable
  /** Fields of the form that came before the file. */
  readonly fields: Readonly<Record<string, string>>
}

/**
 * The one file of a form. Its content streams and must be read to the end.
 * @throws AppError `required` when the form has no file
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  const part = await request.file()
  if (part === undefined) throw new AppError('required', { label: 'file' })
  const fields: Record<string, string> = {}
  for (const [name, entry] of Object.entries(part.fields)) {
    const single = Array.isArray(entry) ? entry[0] : entry
    if (single?.type === 'field' && typeof single.value === 'string') fields[name] = single.value
  }
  const content = part.file
  content.on('limit', () =>
    content.destroy(new AppError('file_too_large', { limit: `${mostFileBytes / 1024 / 1024} MB` })),
  )
  return { fileName: part.filename, content, fields }
}
