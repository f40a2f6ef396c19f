import { Type } from 'typebox'
import { contract } from '#shared/operations/contract.ts'
import {
  invitation,
  invitationParams,
  inviteBody,
  joinBody,
  lookBody,
  outlook,
  renewBody,
  withToken,
} from './invitation-schemas.ts'

const tag = 'People and keys'

export const listInvitationsContract = contract({
  name: 'invitation.list',
  method: 'GET',
  path: '/auth/invitations',
  summary: 'Who was invited and has not joined, the newest first',
  tag,
  answer: Type.Object({ data: Type.Array(invitation), mail: Type.Boolean() }),
  permission: 'people',
  errors: ['not_permitted'],
})
export const inviteContract = contract({
  name: 'invitation.create',
  method: 'POST',
  path: '/auth/invitations',
  summary: 'Invites people by e-mail, or makes a link to hand over; it works once, within 7 days',
  tag,
  body: inviteBody,
  status: 201,
  answer: Type.Object({ data: Type.Array(withToken) }),
  permission: 'people',
  errors: [
    'not_permitted',
    'beyond_own_access',
    'role_missing',
    'record_not_found',
    'invalid_email',
    'already_member',
  ],
})
export const renewInvitationContract = contract({
  name: 'invitation.renew',
  method: 'POST',
  path: '/auth/invitations/:id/renew',
  summary: 'Gives an invitation another link for 7 days; the former one ends',
  tag,
  params: invitationParams,
  body: renewBody,
  answer: Type.Object({ data: withToken }),
  permission: 'people',
  errors: ['not_permitted', 'invitation_missing', 'beyond_own_access', 'role_missing'],
})
export const withdrawInvitationContract = contract({
  name: 'invitation.withdraw',
  method: 'DELETE',
  path: '/auth/invitations/:id',
  summary: 'Ends an invitation: its link leads nowhere any more',
  tag,
  params: invitationParams,
  status: 204,
  permission: 'people',
  errors: ['not_permitted', 'invitation_missing'],
})
export const lookAtInvitationContract = contract({
  name: 'invitation.look',
  method: 'POST',
  path: '/auth/join/look',
  summary: 'What the token of a link invites to',
  tag,
  body: lookBody,
  answer: Type.Object({ data: outlook }),
  permission: 'anyone',
  errors: ['invitation_invalid', 'too_many_requests'],
})
export const joinContract = contract({
  name: 'invitation.accept',
  method: 'POST',
  path: '/auth/join',
  summary: 'Joins by the token of a link, as who is signed in or with a new account, and opens the workspace',
  tag,
  body: joinBody,
  permission: 'anyone',
  errors: [
    'invitation_invalid',
    'already_member',
    'account_exists',
    'email_or_mobile_required',
    'password_too_short',
    'password_weak',
    'too_many_requests',
    'cross_site_request',
  ],
})
