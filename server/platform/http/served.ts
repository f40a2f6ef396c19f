import type { FastifyInstance } from 'fastify'
import type { Contract } from '#shared/operations/contract.ts'
import { largestBody } from './limits.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route promises; the API's description is made from all of them. */
    contract?: Contract
  }
  interface FastifyInstance {
    /** Contracts of the routes, in the order in which they were added. */
    contracts: Contract[]
  }
}

export const apiPrefix = '/api/v1'

/** Options of a route that keeps a contract: its checks, and its place in the API's description. */
export function served(contract: Contract) {
  const { params, query, body, consumes, permission } = contract
  const most = permission === 'anyone' ? largestBody.ofStrangers : contract.largestBody
  return {
    ...(most !== undefined && { bodyLimit: most }),
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      // A form is read piece by piece by who serves it.
      ...(body && consumes === undefined && { body }),
    },
    config: { operation: contract.name, contract },
  }
}

/** Collects the contracts of all routes. @throws Error where a route and its contract disagree */
export function collectContracts(server: FastifyInstance): void {
  const contracts: Contract[] = []
  server.decorate('contracts', contracts)
  server.addHook('onRoute', ({ url, method, config }) => {
    const contract = config?.contract
    if (contract === undefined || method === 'HEAD') return
    if (url !== `${apiPrefix}${contract.path}` || method !== contract.method)
      throw new Error(`${method} ${url} does not keep the contract ${contract.name}`)
    contracts.push(contract)
  })
}
