import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '#server/core/context.ts'
import type { ScimTokens } from '#server/platform/auth/index.ts'
import { sendProblem } from '#server/platform/http/index.ts'
import type { DirectoryMembers } from '../members.ts'
import { largestBody, resourceTypes, schemas, serviceProviderConfig } from './discovery.ts'
import { addGroupRoutes } from './group-routes.ts'
import { createPace } from './pace.ts'
import { listOf } from './query.ts'
import { errorSchema, missing, ScimRefusal, scimRefusalOf } from './refusal.ts'
import { addUserRoutes } from './user-routes.ts'

interface ScimOptions {
  readonly tokens: Pick<ScimTokens, 'find'>
  readonly members: DirectoryMembers
  /** What a token may do in its workspace, in its name. */
  readonly contextOf: (workspaceId: string, actorId: string, request: FastifyRequest) => Promise<Context>
  /** KITH_URL, without a slash at its end. */
  readonly address: string
}

/** What the routes have in common. */
export interface ScimParts {
  readonly members: DirectoryMembers
  /** Of a request whose token was found. */
  readonly askerOf: (request: FastifyRequest) => Context
  /** Address of `/scim/v2`. */
  readonly base: string
}

const json = 'application/scim+json; charset=utf-8'
const prefix = '/scim/v2'

/** SCIM 2.0 (RFC 7643, 7644) of the workspace whose token asks. */
export async function registerScimRoutes(app: FastifyInstance, options: ScimOptions): Promise<void> {
  const { tokens, contextOf, members, address } = options
  const base = `${address}${prefix}`
  const contexts = new WeakMap<FastifyRequest, Context>()
  // Entra asks up to 25 times a second; who guesses tokens, not as often.
  const ofToken = createPace(500, 50)
  const ofStranger = createPace(30, 0.5)
  const askerOf = (request: FastifyRequest): Context => contexts.get(request)!

  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        const asker = await tokens.find(bearerOf(request))
        const seconds = asker === undefined ? ofStranger.take(request.ip) : ofToken.take(asker.tokenId)
        if (seconds > 0) {
          reply.header('retry-after', seconds)
          throw new ScimRefusal(429, `Too many requests; try again in ${seconds} s`)
        }
        if (asker === undefined) {
          reply.header('www-authenticate', 'Bearer realm="scim"')
          throw new ScimRefusal(401, 'A token for SCIM is needed')
        }
        contexts.set(request, await contextOf(asker.workspaceId, asker.actorId, request))
      })
      scope.addHook('preSerialization', async (_, reply: FastifyReply, payload: unknown) => {
        reply.headers({ 'content-type': json, 'cache-control': 'no-store' })
        return payload
      })
      scope.setErrorHandler((error, request, reply) => {
        const refusal = scimRefusalOf(error) ?? frameworkRefusal(error)
        if (refusal === undefined) return sendProblem(error, request, reply)
        const { status, scimType, message } = refusal
        return reply.code(status).send({
          schemas: [errorSchema],
          status: String(status),
          ...(scimType !== undefined && { scimType }),
          detail: message,
        })
      })
      scope.get('/ServiceProviderConfig', async () => serviceProviderConfig(base))
      scope.get('/ResourceTypes', async () => listed(resourceTypes(base)))
      scope.get('/ResourceTypes/:id', async (request) => among(resourceTypes(base), request))
      scope.get('/Schemas', async () => listed(schemas(base)))
      scope.get('/Schemas/:id', async (request) => among(schemas(base), request))
      addUserRoutes(scope, { askerOf, members, base })
      addGroupRoutes(scope, { askerOf, members, base })
      scope.all('/*', async (request) => {
        throw missing('Endpoint', request.url.split('?', 1)[0]!.slice(0, 200))
      })
    },
    { prefix, bodyLimit: largestBody },
  )
}

const listed = (resources: ReturnType<typeof schemas>) => listOf(resources, resources.length, 1)

function among(resources: ReturnType<typeof schemas>, request: FastifyRequest) {
  const { id } = request.params as { readonly id: string }
  const found = resources.find((resource) => resource.id === id)
  if (found === undefined) throw missing('Resource', id.slice(0, 200))
  return found
}

/** What Fastify refuses by itself: bodies that are too large, or of another type. */
function frameworkRefusal(error: unknown): ScimRefusal | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined
  const status = Number(error.statusCode)
  return status >= 400 && status < 500 ? new ScimRefusal(status, error.message) : undefined
}

function bearerOf({ headers }: FastifyRequest): string {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? ''
}
