import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Outbound } from '#server/platform/outbound/index.ts'
import { ProviderRefusal } from '../refusal.ts'

/** What an answer says of how it went: a code that means well, or another one with words. */
export interface Outcome {
  readonly code: string
  readonly message: string
}

/** How an office suite tells what went wrong. */
export interface Dialect {
  readonly kind: 'wecom' | 'dingtalk' | 'feishu'
  readonly outcomeOf: (answer: Json) => Outcome
  readonly fine: ReadonlySet<string>
  /** The token is worth nothing any more. */
  readonly expired: ReadonlySet<string>
  /** Too many requests, or busy: to be asked again in a while. */
  readonly busy: ReadonlySet<string>
}

export type Json = Readonly<Record<string, unknown>>

export interface Ask {
  readonly url: string
  /** POST where there is one. */
  readonly body?: Json
  readonly headers?: Readonly<Record<string, string>>
}

/** Whose token it is, and how it is got. */
export interface TokenSource {
  readonly base: string
  readonly app: string
  readonly secret: string
  readonly fetch: () => Promise<{ readonly token: string; readonly seconds: number }>
}

export interface WorkplaceClient {
  /** One request. @throws ProviderRefusal `<kind>_<code>`; AppError of the way out */
  ask(ask: Ask): Promise<Json>
  /** One with the app's token, which is got anew once it is refused; waits where the other side is busy. */
  askAs(source: TokenSource, ask: (token: string) => Ask): Promise<Json>
}

interface Options {
  readonly outbound: Outbound
  readonly dialect: Dialect
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

const mostTries = 6
const firstPause = 500
const longestPause = 30_000
const most = 8 * 1024 * 1024
/** Seconds before its end at which a token is taken to have ended. */
const spare = 300

/** Speaks JSON with an office suite; tokens are kept in memory until they end. */
export function createWorkplaceClient({ outbound, dialect, wait = sleep }: Options): WorkplaceClient {
  const tokens = new Map<string, Promise<{ token: string; until: number }>>()

  const answerTo = async ({
    url,
    body,
    headers,
  }: Ask): Promise<{ answer: Json; outcome: Outcome; pause: number }> => {
    const {
      status,
      headers: told,
      body: content,
    } = await outbound.send(url, {
      most,
      // An address with a token in it goes nowhere else.
      redirects: 0,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      },
    })
    const pause = Number(told.get('x-ogw-ratelimit-reset') ?? told.get('retry-after') ?? 0) * 1000
    const answer = parsed(content)
    if (status === 429 || status >= 500)
      return { answer: {}, outcome: { code: 'busy', message: `HTTP ${status}` }, pause }
    if (answer === undefined) throw new ProviderRefusal(`${dialect.kind}_no_json`)
    return { answer, outcome: dialect.outcomeOf(answer), pause }
  }

  const refusal = ({ code, message }: Outcome): ProviderRefusal =>
    new ProviderRefusal(
      `${dialect.kind}_${code}`.replace(/[^\w.-]/g, '').slice(0, 80),
      new Error(message.slice(0, 200)),
    )

  const tokenOf = async ({ base, app, secret, fetch }: TokenSource, former?: string): Promise<string> => {
    const key = `${base} ${app} ${createHash('sha256').update(secret).digest('base64')}`
    const known = await tokens.get(key)?.catch(() => undefined)
    if (known !== undefined && known.token !== former && known.until > Date.now()) return known.token
    const got = fetch().then(({ token, seconds }) => ({
      token,
      until: Date.now() + Math.max(seconds / 2, seconds - spare) * 1000,
    }))
    tokens.set(key, got)
    got.catch(() => tokens.delete(key))
    return (await got).token
  }

  const patiently = async (asking: () => Promise<Ask>, onExpired: () => boolean): Promise<Json> => {
    for (let tries = 1; ; tries += 1) {
      const { answer, outcome, pause } = await answerTo(await asking())
      if (dialect.fine.has(outcome.code)) return answer
      const isBusy = outcome.code === 'busy' || dialect.busy.has(outcome.code)
      if (tries < mostTries && isBusy)
        await wait(Math.min(longestPause, Math.max(pause, firstPause * 2 ** (tries - 1))))
      else if (!dialect.expired.has(outcome.code) || !onExpired()) throw refusal(outcome)
    }
  }

  return {
    ask: (ask) =>
      patiently(
        async () => ask,
        () => false,
      ),
    async askAs(source, ask) {
      let token = await tokenOf(source)
      let renewed = false
      let stale = false
      return patiently(
        async () => {
          if (stale) token = await tokenOf(source, token)
          stale = false
          return ask(token)
        },
        () => {
          if (renewed) return false
          renewed = true
          stale = true
          return true
        },
      )
    },
  }
}

function parsed(content: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(content.toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
