import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import type { Auth } from '../auth.ts'
import { clientOf, sendWithCookies } from './asker.ts'
import { signInContract, signOutContract } from './contracts.ts'
import {
  beginPasskeySignInContract,
  signInByCodeContract,
  signInByPasskeyContract,
} from './factor-contracts.ts'
import type { secondStepBody } from './factor-schemas.ts'
import type { signInBody } from './schemas.ts'

/** Signing in, by password with a second step where there is one or by passkey, and out. */
export function addSignInRoutes(app: FastifyInstance, auth: Auth): void {
  const from = (request: FastifyRequest) => ({ ...clientOf(request), cookie: request.headers.cookie })

  app.post<{ Body: Static<typeof signInBody> }>(
    '/auth/sign-in',
    served(signInContract),
    async (request, reply) => {
      auth.requireSameOrigin(request)
      const outcome = await auth.signIn({ ...request.body, ...from(request) })
      if ('ticket' in outcome)
        return sendWithCookies(reply, []).send({ secondStep: { ticket: outcome.ticket } })
      return sendWithCookies(reply, outcome.cookies).send({ account: outcome.account })
    },
  )

  app.post<{ Body: Static<typeof secondStepBody> }>(
    '/auth/sign-in/code',
    served(signInByCodeContract),
    async (request, reply) => {
      auth.requireSameOrigin(request)
      const { account, cookies } = await auth.signInByCode({ ...request.body, ...from(request) })
      return sendWithCookies(reply, cookies).send({ account })
    },
  )

  app.post('/auth/sign-in/passkey/options', served(beginPasskeySignInContract), async (request, reply) => {
    auth.requireSameOrigin(request)
    const data = await auth.beginPasskeySignIn(auth.passkeyPlace(request.headers))
    return reply.header('cache-control', 'no-store').send({ data })
  })

  app.post<{ Body: { response: AuthenticationResponseJSON } }>(
    '/auth/sign-in/passkey',
    served(signInByPasskeyContract),
    async (request, reply) => {
      auth.requireSameOrigin(request)
      const { account, cookies } = await auth.signInByPasskey({
        response: request.body.response,
        place: auth.passkeyPlace(request.headers),
        ...from(request),
      })
      return sendWithCookies(reply, cookies).send({ account })
    },
  )

  app.post('/auth/sign-out', served(signOutContract), async (request, reply) => {
    auth.requireSameOrigin(request)
    return sendWithCookies(reply, await auth.signOut(request.headers.cookie, clientOf(request)))
      .code(204)
      .send()
  })
}
