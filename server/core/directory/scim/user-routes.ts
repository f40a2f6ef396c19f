import type { FastifyInstance } from 'fastify'
import { endMembership } from '../membership.ts'
import { isKnown, requireMatch, versionOf } from './entity-tag.ts'
import { operationsOf, patched } from './patch.ts'
import { listOf, readQuery, trimmed } from './query.ts'
import { missing, ScimRefusal } from './refusal.ts'
import type { ScimParts } from './routes.ts'
import { readUser } from './user-input.ts'
import { type Resource, userResource } from './user-resource.ts'
import { findUser, listUsers, type UserRow } from './user-rows.ts'
import { changeUser, createUser } from './write-user.ts'

interface WithId {
  readonly Params: { readonly id: string }
}

/** `/Users`: members of the workspace. */
export function addUserRoutes(app: FastifyInstance, { askerOf, members, base }: ScimParts): void {
  const shown = (row: UserRow): Resource => userResource(row, base)

  app.get('/Users', async (request) => {
    const cx = askerOf(request)
    const query = readQuery(request.query)
    const { rows, total } = await listUsers(cx, query.filter, query)
    return listOf(
      rows.map((row) => trimmed(shown(row), query)),
      total,
      query.startIndex,
    )
  })

  app.post('/Users', async (request, reply) => {
    const cx = askerOf(request)
    const row = await createUser(cx, members, await readUser(bodyOf(request.body)))
    const resource = shown(row)
    return reply
      .code(201)
      .headers({ location: `${base}/Users/${row.id}`, etag: versionOf(resource) })
      .send(resource)
  })

  app.get<WithId>('/Users/:id', async (request, reply) => {
    const resource = shown(await present(request))
    if (isKnown(request.headers['if-none-match'], resource)) return reply.code(304).send()
    return reply.header('etag', versionOf(resource)).send(trimmed(resource, readQuery(request.query)))
  })

  app.put<WithId>('/Users/:id', async (request, reply) => {
    const row = await present(request)
    requireMatch(request.headers['if-match'], shown(row))
    const changed = shown(
      await changeUser(askerOf(request), members, row, await readUser(bodyOf(request.body))),
    )
    return reply.header('etag', versionOf(changed)).send(changed)
  })

  app.patch<WithId>('/Users/:id', async (request, reply) => {
    const row = await present(request)
    const before = shown(row)
    requireMatch(request.headers['if-match'], before)
    const input = await readUser(patched(before, operationsOf(request.body)))
    const changed = shown(await changeUser(askerOf(request), members, row, input))
    return reply.header('etag', versionOf(changed)).send(changed)
  })

  app.delete<WithId>('/Users/:id', async (request, reply) => {
    const row = await present(request)
    requireMatch(request.headers['if-match'], shown(row))
    if (row.active) await endMembership(askerOf(request), members, 'scim', row.id)
    return reply.code(204).send()
  })

  const present = async (request: Parameters<typeof askerOf>[0]): Promise<UserRow> => {
    const { id } = request.params as WithId['Params']
    const row = await findUser(askerOf(request), id)
    if (row === undefined) throw missing('User', id)
    return row
  }
}

/** @throws ScimRefusal invalidSyntax */
export function bodyOf(body: unknown): Resource {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ScimRefusal(400, 'The body is an object', 'invalidSyntax')
  return body as Resource
}
