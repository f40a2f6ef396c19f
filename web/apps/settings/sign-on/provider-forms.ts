import type { ProviderKind } from '#web/data/providers.ts'
import type { PlainMessageKey } from '#web/messages/catalogue.ts'

/** One member of a kind's configuration, as its form shows it. */
export interface ProviderField {
  readonly key: string
  /** A secret is never shown again; a file is read as text into a field of several lines. */
  readonly input: 'text' | 'secret' | 'file' | 'switch'
  readonly label: PlainMessageKey
  readonly help?: PlainMessageKey
  readonly example?: string
  readonly required?: true
}

interface ProviderForm {
  readonly kind: ProviderKind
  readonly label: PlainMessageKey
  readonly fields: readonly ProviderField[]
}

/** Every kind that can be set up: a kind is a row. */
export const providerForms: readonly ProviderForm[] = [
  {
    kind: 'oidc',
    label: 'providers.kind_oidc',
    fields: [
      {
        key: 'issuer',
        input: 'text',
        label: 'providers.field_oidc_issuer',
        help: 'providers.help_oidc_issuer',
        example: 'https://',
        required: true,
      },
      { key: 'clientId', input: 'text', label: 'providers.field_oidc_clientId', required: true },
      {
        key: 'clientSecret',
        input: 'secret',
        label: 'providers.field_oidc_clientSecret',
        help: 'providers.help_oidc_clientSecret',
      },
      {
        key: 'trustsEmail',
        input: 'switch',
        label: 'providers.field_oidc_trustsEmail',
        help: 'providers.help_oidc_trustsEmail',
      },
    ],
  },
  {
    kind: 'saml',
    label: 'providers.kind_saml',
    fields: [
      {
        key: 'metadata',
        input: 'file',
        label: 'providers.field_saml_metadata',
        help: 'providers.help_saml_metadata',
        required: true,
      },
      {
        key: 'trustsEmail',
        input: 'switch',
        label: 'providers.field_saml_trustsEmail',
        help: 'providers.help_saml_trustsEmail',
      },
    ],
  },
  {
    kind: 'ldap',
    label: 'directories.kind_ldap',
    fields: [
      {
        key: 'url',
        input: 'text',
        label: 'directories.field_url',
        help: 'directories.help_url',
        example: 'ldaps://',
        required: true,
      },
      {
        key: 'caCertificate',
        input: 'file',
        label: 'directories.field_caCertificate',
        help: 'directories.help_caCertificate',
      },
      {
        key: 'bindDn',
        input: 'text',
        label: 'directories.field_bindDn',
        example: 'cn=kith,dc=example,dc=com',
        required: true,
      },
      { key: 'bindPassword', input: 'secret', label: 'directories.field_bindPassword' },
      {
        key: 'baseDn',
        input: 'text',
        label: 'directories.field_baseDn',
        example: 'dc=example,dc=com',
        required: true,
      },
      {
        key: 'activeDirectory',
        input: 'switch',
        label: 'directories.field_activeDirectory',
        help: 'directories.help_activeDirectory',
      },
      {
        key: 'loginFilter',
        input: 'text',
        label: 'directories.field_loginFilter',
        help: 'directories.help_loginFilter',
      },
      {
        key: 'groupsAreDepartments',
        input: 'switch',
        label: 'directories.field_groupsAreDepartments',
        help: 'directories.help_groupsAreDepartments',
      },
    ],
  },
  {
    kind: 'wecom',
    label: 'directories.kind_wecom',
    fields: [
      { key: 'corpId', input: 'text', label: 'directories.field_corpId', required: true },
      { key: 'agentId', input: 'text', label: 'directories.field_agentId', required: true },
      { key: 'secret', input: 'secret', label: 'directories.field_secret' },
    ],
  },
  {
    kind: 'dingtalk',
    label: 'directories.kind_dingtalk',
    fields: [
      { key: 'clientId', input: 'text', label: 'directories.field_clientId', required: true },
      { key: 'clientSecret', input: 'secret', label: 'directories.field_clientSecret' },
    ],
  },
  {
    kind: 'feishu',
    label: 'directories.kind_feishu',
    fields: [
      { key: 'appId', input: 'text', label: 'directories.field_appId', required: true },
      { key: 'appSecret', input: 'secret', label: 'directories.field_appSecret' },
      { key: 'base', input: 'text', label: 'directories.field_base', help: 'directories.help_base' },
      {
        key: 'loginBase',
        input: 'text',
        label: 'directories.field_loginBase',
        help: 'directories.help_loginBase',
      },
    ],
  },
]

export const formOf = (kind: ProviderKind): ProviderForm | undefined =>
  providerForms.find((form) => form.kind === kind)
