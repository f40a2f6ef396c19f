import type { Outbound } from '#server/platform/outbound/index.ts'
import { addressOf, numberIn, objectIn, requireText, textIn } from '../workplace/members.ts'
import { createWorkplaceClient, type Dialect, type Json } from '../workplace/workplace-client.ts'
import type { FeishuConfig } from './feishu-config.ts'

const usual = 'https://open.feishu.cn'

const dialect: Dialect = {
  kind: 'feishu',
  outcomeOf: (answer) => ({ code: textIn(answer, 'code') ?? '0', message: textIn(answer, 'msg') ?? '' }),
  fine: new Set(['0']),
  expired: new Set(['99991661', '99991663', '99991664', '99991668', '20013']),
  busy: new Set(['99991400', '11232', '1254607']),
}

interface FeishuApi {
  /** The token of somebody who comes with a code. */
  userToken(config: FeishuConfig, code: string): Promise<string>
  /** Whose token it is. */
  me(config: FeishuConfig, userToken: string): Promise<Json>
  /** `data` of an answer, asked as the app. */
  get(config: FeishuConfig, path: string, parameters?: Readonly<Record<string, string>>): Promise<Json>
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

export function createFeishuApi(
  outbound: Outbound,
  wait?: (milliseconds: number) => Promise<unknown>,
): FeishuApi {
  const client = createWorkplaceClient({ outbound, dialect, ...(wait && { wait }) })
  const sourceOf = ({ base = usual, appId, appSecret }: FeishuConfig) => ({
    base,
    app: appId,
    secret: appSecret,
    async fetch() {
      const url = addressOf(base, '/open-apis/auth/v3/tenant_access_token/internal')
      const answer = await client.ask({ url, body: { app_id: appId, app_secret: appSecret } })
      return {
        token: requireText(answer, 'tenant_access_token', 'feishu'),
        seconds: numberIn(answer, 'expire'),
      }
    },
  })
  return {
    async userToken(config, code) {
      // Of a custom app, its own token and the tenant's are one.
      const answer = await client.askAs(sourceOf(config), (token) => ({
        url: addressOf(config.base ?? usual, '/open-apis/authen/v1/oidc/access_token'),
        headers: bearer(token),
        body: { grant_type: 'authorization_code', code },
      }))
      return requireText(objectIn(answer, 'data'), 'access_token', 'feishu')
    },
    async me({ base = usual }, userToken) {
      const url = addressOf(base, '/open-apis/authen/v1/user_info')
      return objectIn(await client.ask({ url, headers: bearer(userToken) }), 'data')
    },
    async get(config, path, parameters) {
      const answer = await client.askAs(sourceOf(config), (token) => ({
        url: addressOf(config.base ?? usual, path, parameters),
        headers: bearer(token),
      }))
      return objectIn(answer, 'data')
    },
  }
}
