import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach } from 'vitest'
import { createOutbound, type Outbound } from '#server/platform/outbound/index.ts'
import { type Neighbour, startNeighbour } from '#server/platform/outbound/testing.ts'
import type { Place } from '../provider-kind.ts'

type Answers = Readonly<
  Record<string, object | ((parameters: URLSearchParams, request: IncomingMessage, body: string) => object)>
>

/** A server of a workplace, anew for each test: what a test says is answered, by path. */
export interface PlayedServer {
  answers: Answers
  /** Answers that come before the others, once each. */
  first: { readonly path: string; readonly status?: number; readonly body: object }[]
  /** Milliseconds of each wait. */
  readonly waited: number[]
  readonly outbound: Outbound
  readonly base: string
  readonly wait: (milliseconds: number) => Promise<void>
  /** What was asked of a path. */
  asked(path: string): Neighbour['seen']
}

export function playedServer(): PlayedServer {
  let neighbour: Neighbour
  let outbound: Outbound
  const server = {
    answers: {} as Answers,
    first: [] as PlayedServer['first'],
    waited: [] as number[],
    get outbound() {
      return outbound
    },
    get base() {
      return `http://127.0.0.1:${neighbour.port}`
    },
    wait: async (milliseconds: number) => void server.waited.push(milliseconds),
    asked: (path: string) => neighbour.seen.filter(({ url }) => url.split('?', 1)[0] === path),
  }
  beforeEach(async () => {
    server.first = []
    server.waited = []
    neighbour = await startNeighbour((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
      const at = server.first.findIndex(({ path }) => path === pathname)
      const [before] = at < 0 ? [] : server.first.splice(at, 1)
      const known = server.answers[pathname]
      const sent = neighbour.seen.at(-1)?.body ?? ''
      const body = before?.body ?? (typeof known === 'function' ? known(searchParams, request, sent) : known)
      response.writeHead(before?.status ?? (body === undefined ? 404 : 200), {
        'content-type': 'application/json',
      })
      response.end(JSON.stringify(body ?? {}))
    })
    outbound = createOutbound({ allowed: [`127.0.0.1:${neighbour.port}`] })
  })
  afterEach(() => neighbour.stop())
  return server
}

/** Of somebody who is on the way in. */
export const place: Place = {
  callbackUrl: 'https://crm.example.com/api/v1/auth/providers/1/callback',
  state: 'state-of-the-visit',
  nonce: 'nonce',
  codeVerifier: 'verifier',
  proveAnew: false,
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36',
}

/** What the provider sends them back with. */
export const back = (parameters: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ state: place.state, ...parameters }))
