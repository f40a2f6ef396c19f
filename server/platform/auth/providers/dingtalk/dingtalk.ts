import type { Outbound } from '#server/platform/outbound/index.ts'
import type { OutsidePerson, ProviderKind } from '../provider-kind.ts'
import { ProviderRefusal } from '../refusal.ts'
import { addressOf, objectIn, requireCode, requireText, textIn } from '../workplace/members.ts'
import { createDingtalkApi } from './dingtalk-api.ts'
import { type DingtalkConfig, dingtalkConfig } from './dingtalk-config.ts'
import { dingtalkDirectory } from './dingtalk-directory.ts'
import { emailOf, mobileOf } from './member-of.ts'

const login = 'https://login.dingtalk.com'

/** Who is known to the organisation as somebody of another one. */
const outside = '1'

/**
 * 钉钉: anybody who has DingTalk can come with a code; who is a member of the organisation is asked of its own address book.
 */
export function createDingtalk(
  outbound: Outbound,
  wait?: (milliseconds: number) => Promise<unknown>,
): ProviderKind<DingtalkConfig> {
  const api = createDingtalkApi(outbound, wait)
  return {
    kind: 'dingtalk',
    config: dingtalkConfig,
    authority: ({ base, clientId }) => `${base ?? ''} ${clientId}`,
    redirect: {
      async begin({ clientId, loginBase }, { callbackUrl, state }) {
        return addressOf(loginBase ?? login, '/oauth2/auth', {
          redirect_uri: callbackUrl,
          response_type: 'code',
          client_id: clientId,
          scope: 'openid',
          state,
          prompt: 'consent',
        })
      },
      async complete(config, answer, { state }): Promise<OutsidePerson> {
        const code = requireCode(answer, ['authCode', 'code'], state, 'dingtalk')
        const visitor = await api.me(config, await api.userToken(config, code))
        const unionid = requireText(visitor, 'unionId', 'dingtalk')
        const found = objectIn(await api.post(config, '/topapi/user/getbyunionid', { unionid }), 'result')
        if (textIn(found, 'contact_type') === outside)
          throw new ProviderRefusal('dingtalk_not_of_the_organisation')
        const userid = requireText(found, 'userid', 'dingtalk')
        const member = objectIn(await api.post(config, '/topapi/v2/user/get', { userid }), 'result')
        if (member.active === false) throw new ProviderRefusal('dingtalk_not_active')
        return {
          subject: userid,
          name: textIn(member, 'name') ?? textIn(visitor, 'nick') ?? userid,
          email: emailOf(member),
          // The organisation's own mail is given by its administrators; `email` anybody may type.
          emailVerified: textIn(member, 'org_email') !== null,
          mobile: mobileOf(member),
        }
      },
    },
    directory: (config) => dingtalkDirectory((path, body) => api.post(config, path, body)),
  }
}
