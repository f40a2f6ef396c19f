import type { Outbound } from '#server/platform/outbound/index.ts'
import { createDingtalk } from './dingtalk/dingtalk.ts'
import { createFeishu } from './feishu/feishu.ts'
import { createLdap } from './ldap/ldap.ts'
import { createOidc } from './oidc/oidc.ts'
import type { ProviderKind, ProviderKindName } from './provider-kind.ts'
import { saml } from './saml/saml.ts'
import { createWecom } from './wecom/wecom.ts'

export type ProviderKinds = Readonly<Partial<Record<ProviderKindName, ProviderKind>>>

export interface KindParts {
  /** The only way to another server. */
  readonly outbound: Outbound
}

/** The protocols that are spoken: a kind is a row. */
export function createProviderKinds({ outbound }: KindParts): ProviderKinds {
  return {
    oidc: createOidc(outbound),
    saml,
    ldap: createLdap(outbound),
    wecom: createWecom(outbound),
    dingtalk: createDingtalk(outbound),
    feishu: createFeishu(outbound),
  }
}
