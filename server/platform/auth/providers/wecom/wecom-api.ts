import type { Outbound } from '#server/platform/outbound/index.ts'
import { addressOf, numberIn, requireText, textIn } from '../workplace/members.ts'
import { createWorkplaceClient, type Dialect, type Json } from '../workplace/workplace-client.ts'
import type { WecomConfig } from './wecom-config.ts'

const usual = 'https://qyapi.weixin.qq.com'

const dialect: Dialect = {
  kind: 'wecom',
  outcomeOf: (answer) => ({
    code: textIn(answer, 'errcode') ?? '0',
    message: textIn(answer, 'errmsg') ?? '',
  }),
  fine: new Set(['0']),
  expired: new Set(['40014', '42001']),
  busy: new Set(['-1', '45009', '45033']),
}

interface WecomApi {
  get(
    config: Pick<WecomConfig, 'corpId' | 'secret' | 'base'>,
    path: string,
    parameters?: Readonly<Record<string, string>>,
  ): Promise<Json>
  post(config: Pick<WecomConfig, 'corpId' | 'secret' | 'base'>, path: string, body: Json): Promise<Json>
}

export function createWecomApi(
  outbound: Outbound,
  wait?: (milliseconds: number) => Promise<unknown>,
): WecomApi {
  const client = createWorkplaceClient({ outbound, dialect, ...(wait && { wait }) })
  const sourceOf = (base: string, { corpId, secret }: Pick<WecomConfig, 'corpId' | 'secret'>) => ({
    ...{ base, secret, app: corpId },
    async fetch() {
      const url = addressOf(base, '/cgi-bin/gettoken', { corpid: corpId, corpsecret: secret })
      const answer = await client.ask({ url })
      return {
        token: requireText(answer, 'access_token', 'wecom'),
        seconds: numberIn(answer, 'expires_in'),
      }
    },
  })
  return {
    get({ base = usual, ...app }, path, parameters = {}) {
      return client.askAs(sourceOf(base, app), (token) => ({
        url: addressOf(base, path, { access_token: token, ...parameters }),
      }))
    },
    post({ base = usual, ...app }, path, body) {
      return client.askAs(sourceOf(base, app), (token) => ({
        url: addressOf(base, path, { access_token: token }),
        body,
      }))
    },
  }
}
