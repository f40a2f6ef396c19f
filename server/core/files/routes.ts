import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '#server/core/context.ts'
import { served } from '#server/platform/http/index.ts'
import { contentDisposition, isShownInline } from './content-type.ts'
import { downloadContract, uploadContract } from './contracts.ts'
import { findFile, keepFile } from './file-record.ts'
import type { FileStore } from './file-store.ts'
import { acceptUploads, readUpload } from './upload.ts'

export interface FileRoutesDependencies {
  readonly contextOf: (request: FastifyRequest) => Promise<Context>
  readonly files: FileStore
}

/** `POST /api/v1/files` (a form with one `file`) and `GET /api/v1/files/ID`. */
export async function registerFileRoutes(
  app: FastifyInstance,
  { contextOf, files }: FileRoutesDependencies,
): Promise<void> {
  await app.register(async (scope) => {
    await acceptUploads(scope)

    scope.post('/api/v1/files', served(uploadContract), async (request, reply) => {
      const cx = await contextOf(request)
      const { fileName, content } = await readUpload(request)
      const data = await keepFile(cx, files, fileName, content)
      return reply.code(201).send({ data })
    })

    scope.get<{ Params: { id: string } }>(
      '/api/v1/files/:id',
      served(downloadContract),
      async (request, reply) => {
        const cx = await contextOf(request)
        const file = await findFile(cx, request.params.id)
        const etag = `"${file.sha256}"`
        // A browser may keep the content, but asks each time: who may have it can change.
        const kept = { 'cache-control': 'private, no-cache', etag }
        if (request.headers['if-none-match'] === etag) return reply.code(304).headers(kept).send()
        return reply
          .headers({
            'content-type': file.contentType,
            'content-length': file.size,
            'content-disposition': contentDisposition(file.name, isShownInline(file.contentType)),
            ...kept,
          })
          .send(await files.read(cx.workspace.id, file.sha256))
      },
    )
  })
}
