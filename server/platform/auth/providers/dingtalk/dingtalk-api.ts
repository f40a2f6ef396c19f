import type { Outbound } from '#server/platform/outbound/index.ts'
import { addressOf, numberIn, requireText, textIn } from '../workplace/members.ts'
import { createWorkplaceClient, type Dialect, type Json } from '../workplace/workplace-client.ts'
import type { DingtalkConfig } from './dingtalk-config.ts'

const usual = { base: 'https://api.dingtalk.com', oapiBase: 'https://oapi.dingtalk.com' }

const dialect: Dialect = {
  kind: 'dingtalk',
  // The newer API has words (`code`), the older one numbers (`errcode`), of which 88 hides another one.
  outcomeOf(answer) {
    const code = textIn(answer, 'code') ?? textIn(answer, 'errcode') ?? '0'
    const hidden = code === '88' ? textIn(answer, 'sub_code') : null
    return { code: hidden ?? code, message: textIn(answer, 'message') ?? textIn(answer, 'errmsg') ?? '' }
  },
  fine: new Set(['0']),
  expired: new Set(['40014', '42001', '40001', 'InvalidAuthentication']),
  busy: new Set([
    '-1',
    '90002',
    '90018',
    'Forbidden.AccessDenied.QpsLimitForApi',
    'Throttling',
    'SystemError',
  ]),
}

interface DingtalkApi {
  /** The token of somebody who comes with a code. */
  userToken(config: DingtalkConfig, code: string): Promise<string>
  /** Whose token it is. */
  me(config: DingtalkConfig, userToken: string): Promise<Json>
  /** The older API, as the app. */
  post(config: DingtalkConfig, path: string, body: Json): Promise<Json>
}

export function createDingtalkApi(
  outbound: Outbound,
  wait?: (milliseconds: number) => Promise<unknown>,
): DingtalkApi {
  const client = createWorkplaceClient({ outbound, dialect, ...(wait && { wait }) })
  return {
    async userToken({ base = usual.base, clientId, clientSecret }, code) {
      const answer = await client.ask({
        url: addressOf(base, '/v1.0/oauth2/userAccessToken'),
        body: { clientId, clientSecret, code, grantType: 'authorization_code' },
      })
      return requireText(answer, 'accessToken', 'dingtalk')
    },
    me: ({ base = usual.base }, userToken) =>
      client.ask({
        url: addressOf(base, '/v1.0/contact/users/me'),
        headers: { 'x-acs-dingtalk-access-token': userToken },
      }),
    post({ base = usual.base, oapiBase = usual.oapiBase, clientId, clientSecret }, path, body) {
      const source = {
        base,
        app: clientId,
        secret: clientSecret,
        async fetch() {
          const url = addressOf(base, '/v1.0/oauth2/accessToken')
          const answer = await client.ask({ url, body: { appKey: clientId, appSecret: clientSecret } })
          return {
            token: requireText(answer, 'accessToken', 'dingtalk'),
            seconds: numberIn(answer, 'expireIn'),
          }
        },
      }
      return client.askAs(source, (token) => ({
        url: addressOf(oapiBase, path, { access_token: token }),
        body,
      }))
    },
  }
}
