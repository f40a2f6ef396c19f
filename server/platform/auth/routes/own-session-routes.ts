import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import type { Auth } from '../auth.ts'
import { clientOf, requireSession } from './asker.ts'
import {
  beginPasskeyProofContract,
  endOtherSessionsContract,
  endSessionContract,
  listSessionsContract,
  proveContract,
} from './factor-contracts.ts'
import type { idParams } from './factor-schemas.ts'

type ProofBody = { password: string } | { code: string } | { response: AuthenticationResponseJSON }

/** Where a person is signed in, and the proof that it is still them. */
export function addOwnSessionRoutes(app: FastifyInstance, auth: Auth): void {
  app.get('/auth/sessions', served(listSessionsContract), async (request, reply) => {
    const data = await auth.listSessions(await requireSession(auth, request))
    return reply.header('cache-control', 'no-store').send({ data })
  })
  app.delete('/auth/sessions', served(endOtherSessionsContract), async (request) => {
    const count = await auth.endOtherSessions(await requireSession(auth, request), clientOf(request))
    return { data: { count } }
  })
  app.delete<{ Params: Static<typeof idParams> }>(
    '/auth/sessions/:id',
    served(endSessionContract),
    async (request, reply) => {
      await auth.endSession(await requireSession(auth, request), request.params.id, clientOf(request))
      return reply.code(204).send()
    },
  )

  app.post('/auth/proof/passkey/options', served(beginPasskeyProofContract), async (request, reply) => {
    const identity = await requireSession(auth, request, 'restricted')
    const data = await auth.beginPasskeyProof(identity, auth.passkeyPlace(request.headers))
    return reply.header('cache-control', 'no-store').send({ data })
  })
  app.post<{ Body: ProofBody }>('/auth/proof', served(proveContract), async (request, reply) => {
    const identity = await requireSession(auth, request, 'restricted')
    const { body } = request
    const proof = 'response' in body ? { ...body, place: auth.passkeyPlace(request.headers) } : body
    await auth.prove(identity, proof, clientOf(request))
    return reply.code(204).send()
  })
}
