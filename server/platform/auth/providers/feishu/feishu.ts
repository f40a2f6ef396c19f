import type { Outbound } from '#server/platform/outbound/index.ts'
import type { ProviderKind } from '../provider-kind.ts'
import { addressOf, requireCode, requireText, textIn } from '../workplace/members.ts'
import { createFeishuApi } from './feishu-api.ts'
import { type FeishuConfig, feishuConfig } from './feishu-config.ts'
import { feishuDirectory } from './feishu-directory.ts'

const login = 'https://accounts.feishu.cn'

/** 飞书 and Lark: a custom app lets in members of its own organisation alone. */
export function createFeishu(
  outbound: Outbound,
  wait?: (milliseconds: number) => Promise<unknown>,
): ProviderKind<FeishuConfig> {
  const api = createFeishuApi(outbound, wait)
  return {
    kind: 'feishu',
    config: feishuConfig,
    authority: ({ base, appId }) => `${base ?? ''} ${appId}`,
    redirect: {
      async begin({ appId, loginBase }, { callbackUrl, state }) {
        return addressOf(loginBase ?? login, '/open-apis/authen/v1/authorize', {
          client_id: appId,
          redirect_uri: callbackUrl,
          response_type: 'code',
          state,
        })
      },
      async complete(config, answer, { state }) {
        const code = requireCode(answer, ['code'], state, 'feishu')
        const member = await api.me(config, await api.userToken(config, code))
        const subject = requireText(member, 'union_id', 'feishu')
        const own = textIn(member, 'enterprise_email')
        return {
          subject,
          name: textIn(member, 'name') ?? subject,
          email: own ?? textIn(member, 'email'),
          // The organisation's own mail is given by its administrators; `email` anybody may type.
          emailVerified: own !== null,
          mobile: textIn(member, 'mobile'),
        }
      },
    },
    directory: (config) => feishuDirectory((path, parameters) => api.get(config, path, parameters)),
  }
}
