import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { served } from '#server/platform/http/index.ts'
import { AppError } from '#shared/errors.ts'
import type { Auth } from '../auth.ts'
import type { FactorOwner } from '../factors/factors.ts'
import { clientOf, requireUnbound } from './asker.ts'
import {
  addPasskeyContract,
  beginAppContract,
  beginPasskeyContract,
  confirmAppContract,
  factorsContract,
  removeAppContract,
  removePasskeyContract,
  renamePasskeyContract,
  renewRecoveryCodesContract,
} from './factor-contracts.ts'
import type { codeBody, idParams, passkeyBody, passkeyNameBody } from './factor-schemas.ts'
import { requireName } from './input.ts'

/** A person's own second factors. What they answer is nobody else's: nothing keeps it. */
export function addFactorRoutes(app: FastifyInstance, auth: Auth): void {
  const owner = async (request: FastifyRequest): Promise<FactorOwner> => {
    const { accountId, sessionId } = await requireUnbound(auth, request)
    return { accountId, sessionId, client: clientOf(request) }
  }
  /**
   * Who has to show a second factor and has none sets one up. Who has one shows it: a stolen password makes no second factor of the
   * thief's own.
   */
  const beginner = async (request: FastifyRequest): Promise<FactorOwner> => {
    const { accountId, sessionId, restricted } = await requireUnbound(auth, request, 'restricted')
    if (restricted) {
      const { app, passkeys } = await auth.factorsOf(accountId)
      if (app !== null || passkeys.length > 0) throw new AppError('second_factor_required')
    }
    return { accountId, sessionId, client: clientOf(request) }
  }

  app.get('/auth/factors', served(factorsContract), async (request, reply) => {
    const { accountId } = await requireUnbound(auth, request, 'restricted')
    return reply.header('cache-control', 'no-store').send({ data: await auth.factorsOf(accountId) })
  })

  app.post('/auth/authenticator-app', served(beginAppContract), async (request, reply) => {
    const data = await auth.beginApp(await beginner(request))
    return reply.code(201).header('cache-control', 'no-store').send({ data })
  })
  app.post<{ Body: Static<typeof codeBody> }>(
    '/auth/authenticator-app/confirm',
    served(confirmAppContract),
    async (request, reply) => {
      const recoveryCodes = await auth.confirmApp(await beginner(request), request.body.code)
      return reply.header('cache-control', 'no-store').send({ data: { recoveryCodes } })
    },
  )
  app.delete('/auth/authenticator-app', served(removeAppContract), async (request, reply) => {
    await auth.removeApp(await owner(request))
    return reply.code(204).send()
  })
  app.post('/auth/recovery-codes', served(renewRecoveryCodesContract), async (request, reply) => {
    const recoveryCodes = await auth.renewRecoveryCodes(await owner(request))
    return reply.header('cache-control', 'no-store').send({ data: { recoveryCodes } })
  })

  app.post('/auth/passkeys/options', served(beginPasskeyContract), async (request, reply) => {
    const data = await auth.beginPasskey(await beginner(request), auth.passkeyPlace(request.headers))
    return reply.header('cache-control', 'no-store').send({ data })
  })
  app.post<{ Body: Omit<Static<typeof passkeyBody>, 'response'> & { response: RegistrationResponseJSON } }>(
    '/auth/passkeys',
    served(addPasskeyContract),
    async (request, reply) => {
      const asking = await beginner(request)
      const name = requireName(request.body.name, 'name')
      const place = auth.passkeyPlace(request.headers)
      const data = await auth.addPasskey(asking, { place, name, response: request.body.response })
      return reply.code(201).send({ data })
    },
  )
  app.patch<{ Params: Static<typeof idParams>; Body: Static<typeof passkeyNameBody> }>(
    '/auth/passkeys/:id',
    served(renamePasskeyContract),
    async (request, reply) => {
      const { accountId } = await owner(request)
      await auth.renamePasskey(accountId, request.params.id, requireName(request.body.name, 'name'))
      return reply.code(204).send()
    },
  )
  app.delete<{ Params: Static<typeof idParams> }>(
    '/auth/passkeys/:id',
    served(removePasskeyContract),
    async (request, reply) => {
      await auth.removePasskey(await owner(request), request.params.id)
      return reply.code(204).send()
    },
  )
}
