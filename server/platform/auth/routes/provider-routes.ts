import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import { ownPath } from '../providers/own-path.ts'
import type { Answer } from '../providers/provider-kind.ts'
import type { Onward } from '../providers/provider-sign-in.ts'
import { clientOf, requireSession, sendWithCookies } from './asker.ts'
import type { AuthHooks } from './hooks.ts'
import {
  beginVisitContract,
  choicesContract,
  endVisitContract,
  metadataContract,
  providerPasswordContract,
  receiveFormContract,
} from './provider-contracts.ts'
import type { beginBody, choicesQuery, providerParams, providerPasswordBody } from './provider-schemas.ts'

type Params = { Params: Static<typeof providerParams> }

/** Signing in with an identity that another server vouches for: for who is nobody yet. */
export function addProviderRoutes(app: FastifyInstance, auth: Auth, hooks: AuthHooks): void {
  const { createMember } = hooks
  const from = (request: FastifyRequest) => ({ client: clientOf(request), cookie: request.headers.cookie })
  const lead = (reply: FastifyReply, { location, cookies }: Onward) =>
    sendWithCookies(reply, cookies).redirect(location, 303)

  app.get<{ Querystring: Static<typeof choicesQuery> }>(
    '/auth/providers',
    served(choicesContract),
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await auth.providerChoices(request.query.workspace)),
  )

  app.post<Params & { Body: Static<typeof beginBody> }>(
    '/auth/providers/:id/begin',
    served(beginVisitContract),
    async (request, reply) => {
      auth.requireSameOrigin(request)
      auth.requireOwnAddress(request.headers)
      const { purpose = 'signIn', returnTo = '/' } = request.body
      const session = purpose === 'proof' ? await requireSession(auth, request) : undefined
      const { address, cookies } = await auth.beginVisit({
        ...from(request),
        providerId: request.params.id,
        purpose,
        returnTo: ownPath(returnTo),
        sessionId: session?.sessionId ?? null,
      })
      return sendWithCookies(reply, cookies).send({ data: { address } })
    },
  )

  app.get<Params>('/auth/providers/:id/callback', served(endVisitContract), async (request, reply) => {
    const answer = onceEach(new URLSearchParams(request.url.split('?').slice(1).join('?')))
    return lead(
      reply,
      await auth.endVisit({ ...from(request), providerId: request.params.id, answer, createMember }),
    )
  })

  app.register(async (forms) => {
    forms.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    forms.post<Params & { Body: unknown }>(
      '/auth/providers/:id/callback',
      served(receiveFormContract),
      async (request, reply) => {
        if (!(request.body instanceof URLSearchParams))
          throw new AppError('unsupported_media_type', { type: request.headers['content-type'] ?? '' })
        const answer = onceEach(request.body)
        return lead(
          reply,
          await auth.receiveForm({ ...from(request), providerId: request.params.id, answer }),
        )
      },
    )
  })

  app.post<Params & { Body: Static<typeof providerPasswordBody> }>(
    '/auth/providers/:id/sign-in',
    served(providerPasswordContract),
    async (request, reply) => {
      auth.requireSameOrigin(request)
      const cookies = await auth.signInByProviderPassword({
        ...from(request),
        ...request.body,
        providerId: request.params.id,
        createMember,
      })
      return sendWithCookies(reply, cookies).send({})
    },
  )

  app.get<Params>('/auth/providers/:id/metadata', served(metadataContract), async (request, reply) => {
    const { id } = request.params
    const xml = await auth.metadataOf(id)
    if (xml === undefined) throw new AppError('not_found', { what: `provider ${id}` })
    return reply.header('content-type', 'application/samlmetadata+xml; charset=utf-8').send(xml)
  })
}

/** Undefined where a parameter stands there twice: whoever looked at it before may have looked at the other one. */
function onceEach(parameters: URLSearchParams): Answer | undefined {
  const answer = new Map(parameters)
  return answer.size === parameters.size ? answer : undefined
}
