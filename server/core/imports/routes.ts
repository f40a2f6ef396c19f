import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import {
  acceptUploads,
  contentDisposition,
  type FileStore,
  findFile,
  keepFile,
  readUpload,
} from '#server/core/files/index.ts'
import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { served } from '#server/platform/http/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import type { Contract } from '#shared/operations/contract.ts'
import {
  previewContract,
  proposeContract,
  rejectedContract,
  startContract,
  statusContract,
} from './contracts.ts'
import { importStatus } from './import-status.ts'
import { parseStartBody } from './mapping/parse-mapping.ts'
import { type ImportFile, previewImport, proposeImport } from './propose-import.ts'
import { rejectedCsv } from './rejected-csv.ts'
import { ImportStore } from './running/store.ts'
import { startImport } from './start-import.ts'

export interface ImportRoutesDependencies {
  readonly contextOf: (request: FastifyRequest) => Promise<Context>
  readonly files: FileStore
  /** Tells the runner that an import is queued. */
  readonly wake: (workspace: Workspace) => void
}

interface WithId {
  readonly Params: { readonly id: string }
}

/** `/api/v1/imports`: propose, preview, start, look, and the refused rows as a file. */
export async function registerImportRoutes(
  app: FastifyInstance,
  dependencies: ImportRoutesDependencies,
): Promise<void> {
  const { contextOf, files, wake } = dependencies

  await app.register(async (scope) => {
    await acceptUploads(scope)

    scope.post('/api/v1/imports', served(proposeContract), async (request, reply) => {
      const cx = await contextOf(request)
      const { object, file } = request.isMultipart()
        ? await uploaded(cx, request)
        : await named(cx, request.body)
      const proposal = await proposeImport(cx, dependencies, object, file)
      return reply.code(201).send({ data: proposal })
    })

    scope.post<WithId>('/api/v1/imports/:id/preview', described(previewContract), async (request) => {
      const cx = await contextOf(request)
      const { mapping } = parseStartBody(request.body)
      return { data: await previewImport(cx, dependencies, await ownImport(cx, idOf(request)), mapping) }
    })

    scope.post<WithId>('/api/v1/imports/:id/start', described(startContract), async (request, reply) => {
      const cx = await contextOf(request)
      const { mapping, dryRun } = parseStartBody(request.body)
      await startImport(cx, await ownImport(cx, idOf(request)), mapping, dryRun)
      wake(cx.workspace)
      return reply.code(202).send({ data: await importStatus(cx, idOf(request)) })
    })

    scope.get<WithId>('/api/v1/imports/:id', served(statusContract), async (request) => {
      const cx = await contextOf(request)
      return { data: await importStatus(cx, await ownImport(cx, idOf(request))) }
    })

    scope.get<WithId>(
      '/api/v1/imports/:id/rejected.csv',
      served(rejectedContract),
      async (request, reply) => {
        const cx = await contextOf(request)
        const { fileName } = await importStatus(cx, await ownImport(cx, idOf(request)))
        return reply
          .headers({
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': contentDisposition(
              `${fileName.replace(/\.\w+$/, '')}-rejected.csv`,
              false,
            ),
          })
          .send(Readable.from(rejectedCsv(cx, idOf(request))))
      },
    )
  })

  async function uploaded(cx: Context, request: FastifyRequest): Promise<Subject> {
    const { fileName, content, fields } = await readUpload(request)
    const object = fields.object ?? objectInQuery(request)
    try {
      catalogueOf(cx).object(object)
    } catch (error) {
      content.resume()
      throw error
    }
    return { object, file: await keepFile(cx, files, fileName, content) }
  }

  /** `{object, fileId}` for a file that was uploaded before. */
  async function named(cx: Context, body: unknown): Promise<Subject> {
    const { object, fileId } = { object: undefined, fileId: undefined, ...(body as object | undefined) }
    if (typeof object !== 'string' || typeof fileId !== 'string')
      throw invalidInput([{ path: '', code: 'wrong_type', parameters: { expected: '{object, fileId}' } }])
    return { object, file: await findFile(cx, fileId) }
  }
}

/** What a mapping must be is checked member by member, with the columns of the file at hand. */
const described = (contract: Contract) => ({ config: served(contract).config })

interface Subject {
  readonly object: string
  readonly file: ImportFile
}

/** An import is seen by who proposed it: its rows may say what nobody else is to know. @throws AppError `not_found` */
async function ownImport(cx: Context, id: string): Promise<string> {
  const { actor } = await new ImportStore(cx.workspace).get(id)
  const own = actor.id === cx.actor.id || (actor.userId !== null && actor.userId === cx.actor.userId)
  if (!own) throw new AppError('not_found', { what: id })
  return id
}

const idOf = ({ params: { id } }: { readonly params: { readonly id: string } }): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new AppError('not_found', { what: id.slice(0, 80) })
  return id
}

const objectInQuery = ({ query }: FastifyRequest): string => {
  const object = typeof query === 'object' && query !== null ? Reflect.get(query, 'object') : undefined
  return typeof object === 'string' ? object : ''
}
