import { Type } from 'typebox'
import { contract } from '#shared/operations/contract.ts'
import {
  firstRunBody,
  keyBody,
  keyParams,
  memberBody,
  memberParams,
  passwordBody,
  resetBody,
  signInBody,
  switchBody,
  workspaceBody,
} from './schemas.ts'

const tag = 'People and keys'
const notFound = ['not_signed_in', 'not_found'] as const

export const sessionContract = contract({
  name: 'session.get',
  method: 'GET',
  path: '/auth/session',
  summary: 'Who asks, in which workspace, and which others are open to them',
  tag,
  errors: ['not_signed_in'],
})
export const signInContract = contract({
  name: 'session.signIn',
  method: 'POST',
  path: '/auth/sign-in',
  summary:
    'Signs in by email address or mobile number and password: sets the session cookie, or gives the ticket of the second step',
  tag,
  body: signInBody,
  permission: 'anyone',
  errors: ['invalid_credentials', 'too_many_requests', 'no_workspace', 'cross_site_request'],
})
export const signOutContract = contract({
  name: 'session.signOut',
  method: 'POST',
  path: '/auth/sign-out',
  summary: 'Ends the session',
  tag,
  status: 204,
  permission: 'anyone',
  errors: ['cross_site_request'],
})
export const switchContract = contract({
  name: 'session.openWorkspace',
  method: 'POST',
  path: '/auth/workspace',
  summary: 'Opens another workspace in this session',
  tag,
  body: switchBody,
  status: 204,
  errors: ['not_signed_in', 'not_permitted', 'session_bound'],
})
export const changePasswordContract = contract({
  name: 'session.changePassword',
  method: 'POST',
  path: '/auth/password',
  summary: 'Changes one’s own password and ends one’s other sessions',
  tag,
  body: passwordBody,
  status: 204,
  errors: [
    'invalid_credentials',
    'password_too_short',
    'password_weak',
    'too_many_requests',
    'session_bound',
  ],
})

export const installationContract = contract({
  name: 'installation.get',
  method: 'GET',
  path: '/auth/installation',
  summary: 'Whether this installation has its first workspace',
  tag,
  answer: Type.Object({ complete: Type.Boolean() }),
  permission: 'anyone',
})
export const firstRunContract = contract({
  name: 'installation.setUp',
  method: 'POST',
  path: '/auth/first-run',
  summary: 'Makes the first workspace and its administrator, once',
  tag,
  body: firstRunBody,
  status: 201,
  permission: 'anyone',
  errors: ['installation_complete', 'invalid_input'],
})
export const createWorkspaceContract = contract({
  name: 'workspace.create',
  method: 'POST',
  path: '/auth/workspaces',
  summary: 'Makes a further workspace and opens it',
  tag,
  body: workspaceBody,
  status: 201,
  errors: ['not_signed_in', 'name_taken', 'session_bound'],
})

export const listMembersContract = contract({
  name: 'member.list',
  method: 'GET',
  path: '/auth/members',
  summary: 'The members of the workspace, by name',
  tag,
})
export const addMemberContract = contract({
  name: 'member.add',
  method: 'POST',
  path: '/auth/members',
  summary:
    'Adds a member; who was one before keeps their password, who has an account elsewhere is to be invited',
  tag,
  body: memberBody,
  status: 201,
  permission: 'people',
  errors: [
    'already_member',
    'account_exists',
    'account_elsewhere',
    'password_too_short',
    'password_weak',
    'not_permitted',
    'beyond_own_access',
  ],
})
const ofMember = { params: memberParams, names: { object: 'user', record: 'id' } } as const

export const resetPasswordContract = contract({
  name: 'member.resetPassword',
  method: 'POST',
  path: '/auth/members/:id/password',
  summary: 'Gives a member another password and ends their sessions',
  tag,
  ...ofMember,
  body: resetBody,
  status: 204,
  permission: 'people',
  errors: [
    'record_missing',
    'own_password',
    'member_elsewhere',
    'member_has_more',
    'password_too_short',
    'password_weak',
    'not_permitted',
  ],
})

export const resetFactorsContract = contract({
  name: 'member.resetFactors',
  method: 'POST',
  path: '/auth/members/:id/factors/reset',
  summary: 'Takes a member’s authenticator app, recovery codes and passkeys away and ends their sessions',
  tag,
  ...ofMember,
  status: 204,
  permission: 'people',
  errors: [
    'record_missing',
    'own_factors',
    'policy_locks_out',
    'member_elsewhere',
    'member_has_more',
    'not_permitted',
    'proof_required',
  ],
  recentProof: true,
})

export const listKeysContract = contract({
  name: 'key.list',
  method: 'GET',
  path: '/auth/keys',
  summary: 'One’s own API keys',
  tag,
})
export const createKeyContract = contract({
  name: 'key.create',
  method: 'POST',
  path: '/auth/keys',
  summary: 'Makes an API key; only this answer holds it',
  tag,
  body: keyBody,
  status: 201,
  errors: [
    'not_signed_in',
    'not_permitted',
    'proof_required',
    'role_missing',
    'beyond_own_access',
    'unknown_object',
  ],
  recentProof: true,
})
export const listMembersKeysContract = contract({
  name: 'key.listOfMembers',
  method: 'GET',
  path: '/auth/members/keys',
  summary: 'The API keys of all members of the workspace, by their names',
  tag,
  permission: 'people',
  errors: ['not_permitted'],
})
export const revokeKeyContract = contract({
  name: 'key.revoke',
  method: 'DELETE',
  path: '/auth/keys/:keyId',
  summary: 'Revokes an API key at once: one’s own, or any of the workspace with the right to people',
  tag,
  params: keyParams,
  status: 204,
  errors: notFound,
})
