import type { FastifyInstance } from 'fastify'
import type { Auth } from '../auth.ts'

/**
 * Every route of this server whose contract says `recentProof`, of whichever room, asks whether its person has lately proved who
 * they are. Who is nobody is left to the route.
 */
export function requireProofs(app: FastifyInstance, auth: Auth): void {
  app.addHook('preHandler', async (request) => {
    const { contract } = request.routeOptions.config
    if (contract?.recentProof !== true) return
    const identity = await auth.identify(request, 'restricted')
    if (identity === null) return
    await auth.requireRecentProof(identity)
  })
}
