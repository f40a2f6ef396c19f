import { request } from './request.ts'

/** Protocols whose settings have a form. */
export type ProviderKind = 'oidc' | 'saml' | 'ldap' | 'wecom' | 'dingtalk' | 'feishu'

/** A way to sign in beside Kith's own. */
export interface ProviderChoice {
  readonly id: string
  readonly kind: ProviderKind
  readonly name: string
  readonly way: 'redirect' | 'password'
}

export interface ProviderChoices {
  readonly data: readonly ProviderChoice[]
  /** There are several workspaces, and some have providers: the slug says which. */
  readonly elsewhere: boolean
}

interface Trial {
  readonly at: string
  readonly reason: string | null
  readonly person: { readonly name: string; readonly subject: string; readonly email: string | null } | null
  readonly outcome: 'member' | 'newMember' | 'refused' | null
}

export type ProviderConfig = Readonly<Record<string, string | boolean>>

/** An identity provider of the workspace; of its secrets only which are kept. */
export interface Provider {
  readonly id: string
  readonly kind: ProviderKind
  readonly name: string
  readonly enabled: boolean
  readonly provision: boolean
  readonly config: ProviderConfig
  readonly secrets: readonly string[]
  readonly callbackUrl: string | null
  readonly metadataUrl: string | null
  readonly trial: Trial | null
}

export type ProviderInput = Pick<Provider, 'name' | 'enabled' | 'provision' | 'config'>

export async function providerChoices(workspace?: string): Promise<ProviderChoices> {
  return (await request<ProviderChoices>('GET', '/auth/providers', { query: { workspace } })).data
}

interface Address {
  readonly data: { readonly address: string }
}

/** The provider's address at which a browser signs in, or proves anew who sits there. */
export async function beginVisit(
  id: string,
  body: { readonly purpose: 'signIn' | 'proof'; readonly returnTo: string },
): Promise<string> {
  return (await request<Address>('POST', `/auth/providers/${id}/begin`, { body })).data.data.address
}

export async function signInAtProvider(id: string, identifier: string, password: string): Promise<void> {
  await request('POST', `/auth/providers/${id}/sign-in`, { body: { identifier, password } })
}

export async function listProviders(): Promise<readonly Provider[]> {
  return (await request<{ data: readonly Provider[] }>('GET', '/auth/identity-providers')).data.data
}

export async function addProvider(kind: ProviderKind, input: ProviderInput): Promise<Provider> {
  const body = { kind, ...input }
  return (await request<{ data: Provider }>('POST', '/auth/identity-providers', { body })).data.data
}

export async function changeProvider(id: string, body: Partial<ProviderInput>): Promise<Provider> {
  return (await request<{ data: Provider }>('PATCH', `/auth/identity-providers/${id}`, { body })).data.data
}

export async function removeProvider(id: string): Promise<void> {
  await request('DELETE', `/auth/identity-providers/${id}`)
}

/** An address at which the provider is tried, without signing in. */
export async function tryProvider(id: string): Promise<string> {
  return (await request<Address>('POST', `/auth/identity-providers/${id}/try`)).data.data.address
}
