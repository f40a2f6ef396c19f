import { Type } from 'typebox'
import { contract } from '#shared/operations/contract.ts'
import {
  beginBody,
  choice,
  choicesQuery,
  formBody,
  newProviderBody,
  providerChangeBody,
  providerDocument,
  providerParams,
  providerPasswordBody,
} from './provider-schemas.ts'

const tag = 'Single sign-on'
const address = Type.Object({ data: Type.Object({ address: Type.String() }) })
const document = Type.Object({ data: providerDocument })

export const choicesContract = contract({
  name: 'provider.choices',
  method: 'GET',
  path: '/auth/providers',
  summary:
    'Ways to sign in that a workspace has beside Kith’s own; `elsewhere` where its slug has to be given',
  tag,
  query: choicesQuery,
  answer: Type.Object({ data: Type.Array(choice), elsewhere: Type.Boolean() }),
  permission: 'anyone',
})
export const beginVisitContract = contract({
  name: 'provider.begin',
  method: 'POST',
  path: '/auth/providers/:id/begin',
  summary: 'Gives the address at which a browser signs in, or proves anew who sits there',
  tag,
  params: providerParams,
  body: beginBody,
  answer: address,
  permission: 'anyone',
  errors: ['sign_in_failed', 'provider_elsewhere', 'not_signed_in', 'cross_site_request'],
})
export const endVisitContract = contract({
  name: 'provider.callback',
  method: 'GET',
  path: '/auth/providers/:id/callback',
  summary: 'Where a browser comes back from the provider: opens the session and leads on',
  tag,
  params: providerParams,
  status: 303,
  permission: 'anyone',
  errors: ['too_many_requests'],
})
export const receiveFormContract = contract({
  name: 'provider.receive',
  method: 'POST',
  path: '/auth/providers/:id/callback',
  summary: 'Where a browser comes back from a SAML provider, with a form',
  tag,
  params: providerParams,
  body: formBody,
  consumes: 'application/x-www-form-urlencoded',
  status: 303,
  permission: 'anyone',
  errors: ['too_many_requests'],
})
export const providerPasswordContract = contract({
  name: 'provider.signIn',
  method: 'POST',
  path: '/auth/providers/:id/sign-in',
  summary: 'Signs in by name and password that the provider knows',
  tag,
  params: providerParams,
  body: providerPasswordBody,
  permission: 'anyone',
  errors: ['sign_in_failed', 'too_many_requests', 'cross_site_request'],
})
export const metadataContract = contract({
  name: 'provider.metadata',
  method: 'GET',
  path: '/auth/providers/:id/metadata',
  summary: 'What a SAML provider has to know of Kith',
  tag,
  params: providerParams,
  produces: ['application/samlmetadata+xml'],
  permission: 'anyone',
  errors: ['not_found'],
})

export const listProvidersContract = contract({
  name: 'provider.list',
  method: 'GET',
  path: '/auth/identity-providers',
  summary: 'The identity providers of the workspace, without their secrets',
  tag,
  answer: Type.Object({ data: Type.Array(providerDocument) }),
  permission: 'settings',
  errors: ['not_permitted'],
})
export const addProviderContract = contract({
  name: 'provider.add',
  method: 'POST',
  path: '/auth/identity-providers',
  summary: 'Adds an identity provider, which is off unless told otherwise',
  tag,
  body: newProviderBody,
  status: 201,
  answer: document,
  permission: 'settings',
  errors: [
    'beyond_own_access',
    'invalid_input',
    'provider_kind_unknown',
    'too_many_providers',
    'not_permitted',
    'proof_required',
  ],
  recentProof: true,
})
export const changeProviderContract = contract({
  name: 'provider.change',
  method: 'PATCH',
  path: '/auth/identity-providers/:id',
  summary: 'Changes an identity provider; a secret that is not given stays',
  tag,
  params: providerParams,
  body: providerChangeBody,
  answer: document,
  permission: 'settings',
  errors: [
    'beyond_own_access',
    'not_found',
    'invalid_input',
    'secret_goes_elsewhere',
    'not_permitted',
    'policy_locks_out',
    'proof_required',
    'provider_locks_out',
    'provider_secrets_sealed',
  ],
  recentProof: true,
})
export const removeProviderContract = contract({
  name: 'provider.remove',
  method: 'DELETE',
  path: '/auth/identity-providers/:id',
  summary: 'Removes an identity provider and ends what it opened; members stay',
  tag,
  params: providerParams,
  status: 204,
  permission: 'settings',
  errors: ['beyond_own_access', 'not_found', 'not_permitted', 'policy_locks_out', 'proof_required'],
  recentProof: true,
})
export const tryProviderContract = contract({
  name: 'provider.try',
  method: 'POST',
  path: '/auth/identity-providers/:id/try',
  summary:
    'Gives an address at which the provider is tried, without signing in; `trial` then says what came of it',
  tag,
  params: providerParams,
  answer: address,
  permission: 'settings',
  errors: ['beyond_own_access', 'not_found', 'sign_in_failed', 'provider_elsewhere', 'not_permitted'],
})
