import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { permitRight } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { createRecords } from '#server/core/records/index.ts'
import type { ScimTokens } from '#server/platform/auth/index.ts'
import { served } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import {
  createScimTokenContract,
  type DirectorySource,
  listDirectoriesContract,
  listDirectoryRunsContract,
  listScimTokensContract,
  revokeScimTokenContract,
  setDirectoryContract,
  startDirectoryRunContract,
} from '#shared/operations/directories.ts'
import { lastRuns, runsOf, startRun } from './runs.ts'
import { schedulesOf, setSchedule, usualSchedule } from './schedules.ts'
import type { DirectorySources } from './sources.ts'

interface DirectoryRoutesParts {
  readonly contextOf: (request: FastifyRequest) => Promise<Context>
  readonly sources: DirectorySources
  readonly tokens: ScimTokens
}

interface WithId {
  readonly Params: { readonly id: string }
}

/** `/api/v1/directories`, `/api/v1/scim-tokens`: for who has the right `people`. */
export function registerDirectoryRoutes(app: FastifyInstance, parts: DirectoryRoutesParts): void {
  const { sources, tokens } = parts
  const permitted = async (request: FastifyRequest): Promise<Context> => {
    const cx = await parts.contextOf(request)
    permitRight(cx, 'people')
    return cx
  }
  const ofSource = async (request: FastifyRequest): Promise<{ cx: Context; id: string }> => {
    const cx = await permitted(request)
    const { id } = request.params as WithId['Params']
    const known = await sources.list(cx.workspace.id)
    if (!known.some((source) => source.id === id)) throw new AppError('directory_missing')
    return { cx, id }
  }

  app.get('/api/v1/directories', served(listDirectoriesContract), async (request) => {
    const cx = await permitted(request)
    const [known, schedules, runs] = await Promise.all([
      sources.list(cx.workspace.id),
      schedulesOf(cx.workspace),
      lastRuns(cx),
    ])
    const data: DirectorySource[] = known.map((source) => ({
      ...source,
      ...usualSchedule,
      ...schedules.get(source.id),
      lastRun: runs.get(source.id) ?? null,
    }))
    return { data }
  })

  app.put<WithId & { readonly Body: Static<typeof setDirectoryContract.body> }>(
    '/api/v1/directories/:id',
    served(setDirectoryContract),
    async (request) => {
      const { cx, id } = await ofSource(request)
      await setSchedule(cx.workspace, id, request.body)
      await recordAudit(cx, { kind: 'settingsChanged', details: { directory: id, ...request.body } })
      return { data: request.body }
    },
  )

  app.post<WithId & { readonly Body: Static<typeof startDirectoryRunContract.body> }>(
    '/api/v1/directories/:id/runs',
    served(startDirectoryRunContract),
    async (request, reply) => {
      const { cx, id } = await ofSource(request)
      return reply.code(202).send({ data: await startRun(cx, id, request.body) })
    },
  )

  app.get('/api/v1/directories/:id/runs', served(listDirectoryRunsContract), async (request) => {
    const { cx, id } = await ofSource(request)
    return { data: await runsOf(cx, id) }
  })

  app.get('/api/v1/scim-tokens', served(listScimTokensContract), async (request) => {
    const cx = await permitted(request)
    return { data: await tokens.list(cx.workspace.id) }
  })

  app.post<{ readonly Body: Static<typeof createScimTokenContract.body> }>(
    '/api/v1/scim-tokens',
    served(createScimTokenContract),
    async (request, reply) => {
      const cx = await permitted(request)
      const name = request.body.name.normalize('NFC').trim() || 'SCIM'
      const actor = { name: `SCIM: ${name}`, kind: 'system' }
      const { ids } = await createRecords({ ...cx, source: 'system' }, 'actor', [actor], { idsOnly: true })
      const made = await tokens.create({ workspaceId: cx.workspace.id, actorId: ids[0]!, name })
      await recordAudit(cx, { kind: 'scimTokenCreated', details: { name } })
      return reply.code(201).header('cache-control', 'no-store').send(made)
    },
  )

  app.delete<WithId>('/api/v1/scim-tokens/:id', served(revokeScimTokenContract), async (request, reply) => {
    const cx = await permitted(request)
    const { name } = await tokens.revoke(cx.workspace.id, request.params.id)
    await recordAudit(cx, { kind: 'scimTokenRevoked', details: { name } })
    return reply.code(204).send()
  })
}
