import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { permitRight } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Input, JsonText, type Operation, WithHeaders, WithStatus } from '#server/core/operation.ts'
import { apiPrefix, served } from '#server/platform/http/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'

export type ContextOf = (request: FastifyRequest) => Promise<Context>

const json = 'application/json; charset=utf-8'

/** Serves one operation under `/api/v1`: parse, permit, act, present. */
export function addRoute(server: FastifyInstance, { contract, run }: Operation, contextOf: ContextOf): void {
  const { method, path, status = 200, permission = 'member' } = contract
  server.route({
    method,
    url: `${apiPrefix}${path}`,
    ...served(contract),
    handler: async (request, reply) => {
      const cx = await contextOf(request)
      if (permission !== 'anyone' && permission !== 'member') permitRight(cx, permission)
      return present(reply, await withNewest(cx, () => run(cx, inputOf(request))), status)
    },
  })
}

/**
 * What does not fit the metadata that this process knows may fit those that another one changed a moment ago, before the
 * news of it came: it is asked once more where they are newer. A refusal leaves nothing behind.
 */
async function withNewest<T>({ workspace }: Context, work: () => Promise<T>): Promise<T> {
  const { version } = workspace.catalogue()
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError) || !(error.status === 400 || error.status === 404)) throw error
    if ((await workspace.refresh()).version === version) throw error
    return work()
  }
}

function inputOf(request: FastifyRequest): Input {
  const { headers } = request
  const key = headers['idempotency-key']
  const match = headers['if-match']
  return {
    params: request.params as Record<string, string>,
    query: request.query as Record<string, unknown>,
    body: request.body,
    ...(match !== undefined && match !== '*' && { ifMatch: versionIn(match) }),
    ...(typeof key === 'string' && { idempotencyKey: checkedKey(key) }),
    ...(headers.prefer !== undefined && { minimal: String(headers.prefer).includes('return=minimal') }),
  }
}

/** `If-Match: 7`, with or without the quotes of an entity tag. */
function versionIn(header: string): number {
  const version = /^"?(\d{1,9})"?$/.exec(header)?.[1]
  if (version === undefined) throw invalidHeader('If-Match')
  return Number(version)
}

function checkedKey(key: string): string {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw invalidHeader('Idempotency-Key')
  return key
}

function present(reply: FastifyReply, result: unknown, status: number): FastifyReply {
  if (result instanceof WithStatus) return present(reply, result.value, result.status)
  if (result instanceof WithHeaders) return present(reply.headers(result.headers), result.value, status)
  if (result === undefined) return reply.code(204).send()
  if (result instanceof Readable) return reply.code(status).send(result)
  const text = result instanceof JsonText ? result.text : JSON.stringify(result)
  return reply.code(status).header('content-type', json).send(text)
}

/** The refusal of a header's value. */
export const invalidHeader = (name: string): AppError =>
  invalidInput([{ path: name, code: 'invalid_parameter', parameters: { name } }])
