import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isKnown, requireMatch, versionOf } from './entity-tag.ts'
import { patchedGroup, readGroup } from './group-input.ts'
import { groupResource } from './group-resource.ts'
import { findGroup, type GroupRow, listGroups } from './group-rows.ts'
import { operationsOf } from './patch.ts'
import { listOf, type Query, readQuery, trimmed } from './query.ts'
import { missing } from './refusal.ts'
import type { ScimParts } from './routes.ts'
import type { Resource } from './user-resource.ts'
import { bodyOf } from './user-routes.ts'
import { changeGroup, createGroup, deleteGroup } from './write-group.ts'

interface WithId {
  readonly Params: { readonly id: string }
}

/** `/Groups`: teams of the workspace. */
export function addGroupRoutes(app: FastifyInstance, { askerOf, base }: ScimParts): void {
  const shown = (row: GroupRow): Resource => groupResource(row, base)
  const present = async (request: FastifyRequest, withMembers = true): Promise<GroupRow> => {
    const { id } = request.params as WithId['Params']
    const row = await findGroup(askerOf(request), id, withMembers)
    if (row === undefined) throw missing('Group', id)
    return row
  }

  app.get('/Groups', async (request) => {
    const cx = askerOf(request)
    const query = readQuery(request.query)
    const { rows, total } = await listGroups(cx, query.filter, query, wantsMembers(query))
    return listOf(
      rows.map((row) => trimmed(shown(row), query)),
      total,
      query.startIndex,
    )
  })

  app.post('/Groups', async (request, reply) => {
    const row = await createGroup(askerOf(request), readGroup(bodyOf(request.body)))
    const resource = shown(row)
    return reply
      .code(201)
      .headers({ location: `${base}/Groups/${row.id}`, etag: versionOf(resource) })
      .send(resource)
  })

  app.get<WithId>('/Groups/:id', async (request, reply) => {
    const query = readQuery(request.query)
    const resource = shown(await present(request, wantsMembers(query)))
    if (isKnown(request.headers['if-none-match'], resource)) return reply.code(304).send()
    return reply.header('etag', versionOf(resource)).send(trimmed(resource, query))
  })

  app.put<WithId>('/Groups/:id', async (request, reply) => {
    const row = await present(request)
    requireMatch(request.headers['if-match'], shown(row))
    const changed = shown(await changeGroup(askerOf(request), row, readGroup(bodyOf(request.body))))
    return reply.header('etag', versionOf(changed)).send(changed)
  })

  app.patch<WithId>('/Groups/:id', async (request, reply) => {
    const row = await present(request)
    requireMatch(request.headers['if-match'], shown(row))
    const ids = row.members?.map(({ id }) => id) ?? []
    const changed = shown(
      await changeGroup(askerOf(request), row, patchedGroup(ids, operationsOf(request.body))),
    )
    return reply.header('etag', versionOf(changed)).send(changed)
  })

  app.delete<WithId>('/Groups/:id', async (request, reply) => {
    const row = await present(request)
    requireMatch(request.headers['if-match'], shown(row))
    await deleteGroup(askerOf(request), row)
    return reply.code(204).send()
  })
}

const wantsMembers = ({ only, without }: Query): boolean =>
  (only === undefined || only.has('members')) && !without.has('members')
