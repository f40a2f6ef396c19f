import type { Outbound } from '#server/platform/outbound/index.ts'
import type { OutsidePerson, ProviderKind } from '../provider-kind.ts'
import { ProviderRefusal, reasonOf } from '../refusal.ts'
import { addressOf, numberIn, requireCode, requireText, textIn } from '../workplace/members.ts'
import type { Json } from '../workplace/workplace-client.ts'
import { createWecomApi } from './wecom-api.ts'
import { type WecomConfig, wecomConfig } from './wecom-config.ts'
import { wecomDirectory } from './wecom-directory.ts'

const login = 'https://login.work.weixin.qq.com'
const inApp = 'https://open.weixin.qq.com'

/** The browser of the app itself: there nobody can scan, and a page of its own knows who holds it. */
const isApp = /\bwxwork\//i

/** `status` of who may not come in: 2 is disabled, 5 has left. */
const shutOut: ReadonlySet<number> = new Set([2, 5])

interface Confirmed extends Pick<OutsidePerson, 'withheld'> {
  readonly details: Json
}

/** 企业微信: members of one company sign in by scanning, or within the app by confirming; its address book is its directory. */
export function createWecom(
  outbound: Outbound,
  wait?: (milliseconds: number) => Promise<unknown>,
): ProviderKind<WecomConfig> {
  const { get, post } = createWecomApi(outbound, wait)
  /** What somebody let the app tell of themselves; the address book leaves it out for apps made since June 2022. */
  const confirmed = async (
    config: WecomConfig,
    userid: string,
    ticket: string | null,
  ): Promise<Confirmed> => {
    if (ticket === null) return { details: {} }
    let told: Json
    try {
      told = await post(config, '/cgi-bin/auth/getuserdetail', { user_ticket: ticket })
    } catch (error) {
      // Who is known by their userid needs no address.
      if (error instanceof ProviderRefusal) return { details: {}, withheld: reasonOf(error) }
      throw error
    }
    if (textIn(told, 'userid') !== userid) throw new ProviderRefusal('wecom_detail_of_another')
    const given = (['mobile', 'email', 'biz_mail'] as const).filter((name) => textIn(told, name) !== null)
    return { details: Object.fromEntries(given.map((name) => [name, told[name]])) }
  }
  return {
    kind: 'wecom',
    config: wecomConfig,
    authority: ({ base, corpId }) => `${base ?? ''} ${corpId}`,
    redirect: {
      async begin({ corpId, agentId, loginBase }, { callbackUrl, state, userAgent }) {
        if (loginBase === undefined && isApp.test(userAgent)) {
          const address = addressOf(inApp, '/connect/oauth2/authorize', {
            appid: corpId,
            redirect_uri: callbackUrl,
            response_type: 'code',
            // They confirm, and their address and number come along: by these a member is found for the first time.
            scope: 'snsapi_privateinfo',
            state,
            agentid: agentId,
          })
          return `${address}#wechat_redirect`
        }
        return addressOf(loginBase ?? login, '/wwlogin/sso/login', {
          login_type: 'CorpApp',
          appid: corpId,
          agentid: agentId,
          redirect_uri: callbackUrl,
          state,
        })
      },
      async complete(config, answer, { state }) {
        const code = requireCode(answer, ['code'], state, 'wecom')
        const visitor = await get(config, '/cgi-bin/auth/getuserinfo', { code })
        // Who scans without being a member of the company has an openid alone.
        const userid = textIn(visitor, 'userid') ?? textIn(visitor, 'UserId')
        if (userid === null) throw new ProviderRefusal('wecom_not_of_the_company')
        const member = await get(config, '/cgi-bin/user/get', { userid })
        if (shutOut.has(numberIn(member, 'status'))) throw new ProviderRefusal('wecom_disabled')
        const { details, ...more } = await confirmed(config, userid, textIn(visitor, 'user_ticket'))
        return { ...personOf({ ...member, ...details }), ...more }
      },
    },
    directory: (config) => wecomDirectory((path, parameters) => get(config, path, parameters)),
  }
}

/** The company's own mail is given by its administrators; `email` anybody may type. */
function personOf(member: Json): OutsidePerson {
  const own = textIn(member, 'biz_mail')
  return {
    subject: requireText(member, 'userid', 'wecom'),
    name: textIn(member, 'name') ?? requireText(member, 'userid', 'wecom'),
    email: own ?? textIn(member, 'email'),
    emailVerified: own !== null,
    mobile: textIn(member, 'mobile'),
  }
}
