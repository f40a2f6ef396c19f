import { Type } from 'typebox'
import { contract } from '#shared/operations/contract.ts'
import {
  codeBody,
  idParams,
  passkeyBody,
  passkeyNameBody,
  passkeySignInBody,
  proofBody,
  secondStepBody,
} from './factor-schemas.ts'

const tag = 'People and keys'
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])
const time = Type.String({ format: 'date-time' })
const id = Type.String({ format: 'uuid' })

const passkey = Type.Object({
  id,
  name: Type.String(),
  host: Type.String({ description: 'The host name at which it works.' }),
  synchronised: Type.Boolean({ description: 'A password manager carries it to other devices.' }),
  createdAt: time,
  lastUsedAt: orNull(time),
})
const forBrowser = Type.Object({}, { description: 'Options of the Web Authentication API, as JSON.' })
const recoveryCodes = Type.Object({ data: Type.Object({ recoveryCodes: Type.Array(Type.String()) }) })

export const signInByCodeContract = contract({
  name: 'session.signInByCode',
  method: 'POST',
  path: '/auth/sign-in/code',
  summary: 'The second step of a sign-in: a code of the authenticator app, or a recovery code',
  tag,
  body: secondStepBody,
  permission: 'anyone',
  errors: ['invalid_code', 'too_many_requests', 'no_workspace', 'cross_site_request'],
})
export const beginPasskeySignInContract = contract({
  name: 'session.beginPasskeySignIn',
  method: 'POST',
  path: '/auth/sign-in/passkey/options',
  summary: 'What a browser needs to sign in with a passkey',
  tag,
  answer: Type.Object({ data: forBrowser }),
  permission: 'anyone',
  errors: ['passkey_unavailable', 'cross_site_request'],
})
export const signInByPasskeyContract = contract({
  name: 'session.signInByPasskey',
  method: 'POST',
  path: '/auth/sign-in/passkey',
  summary: 'Signs in with a passkey; no second step follows',
  tag,
  body: passkeySignInBody,
  permission: 'anyone',
  errors: [
    'passkey_refused',
    'passkey_unavailable',
    'too_many_requests',
    'no_workspace',
    'cross_site_request',
  ],
})

export const proveContract = contract({
  name: 'session.prove',
  method: 'POST',
  path: '/auth/proof',
  summary:
    'Proves anew who sits there, by password, code or passkey; dangerous acts ask for it (`proof_required`)',
  tag,
  body: proofBody,
  status: 204,
  errors: ['invalid_credentials', 'invalid_code', 'passkey_refused', 'too_many_requests'],
})
export const beginPasskeyProofContract = contract({
  name: 'session.beginPasskeyProof',
  method: 'POST',
  path: '/auth/proof/passkey/options',
  summary: 'What a browser needs to prove by a passkey who sits there',
  tag,
  answer: Type.Object({ data: forBrowser }),
  errors: ['passkey_unavailable'],
})

export const listSessionsContract = contract({
  name: 'session.list',
  method: 'GET',
  path: '/auth/sessions',
  summary: 'Where one is signed in',
  tag,
  answer: Type.Object({
    data: Type.Array(
      Type.Object({
        id,
        current: Type.Boolean(),
        method: orNull(Type.String()),
        address: orNull(Type.String()),
        userAgent: orNull(Type.String()),
        createdAt: time,
        seenAt: time,
      }),
    ),
  }),
  errors: ['not_signed_in'],
})
export const endSessionContract = contract({
  name: 'session.end',
  method: 'DELETE',
  path: '/auth/sessions/:id',
  summary: 'Ends another of one’s own sessions',
  tag,
  params: idParams,
  status: 204,
  errors: ['not_found', 'proof_required'],
  recentProof: true,
})
export const endOtherSessionsContract = contract({
  name: 'session.endOthers',
  method: 'DELETE',
  path: '/auth/sessions',
  summary: 'Ends all of one’s own sessions but this one',
  tag,
  answer: Type.Object({ data: Type.Object({ count: Type.Integer() }) }),
  errors: ['proof_required'],
  recentProof: true,
})

export const factorsContract = contract({
  name: 'factor.list',
  method: 'GET',
  path: '/auth/factors',
  summary: 'How one’s own account is opened: password, authenticator app, recovery codes left, passkeys',
  tag,
  answer: Type.Object({
    data: Type.Object({
      hasPassword: Type.Boolean(),
      app: orNull(Type.Object({ enabledAt: time, recoveryCodesLeft: Type.Integer() })),
      passkeys: Type.Array(passkey),
    }),
  }),
  errors: ['not_signed_in'],
})
export const beginAppContract = contract({
  name: 'factor.beginApp',
  method: 'POST',
  path: '/auth/authenticator-app',
  summary: 'Begins to set up an authenticator app: its secret and the content of its QR code',
  tag,
  status: 201,
  answer: Type.Object({ data: Type.Object({ secret: Type.String(), address: Type.String() }) }),
  errors: ['totp_enabled', 'proof_required'],
  recentProof: true,
})
export const confirmAppContract = contract({
  name: 'factor.confirmApp',
  method: 'POST',
  path: '/auth/authenticator-app/confirm',
  summary: 'Ends the set-up with a code of the app; only this answer holds the recovery codes',
  tag,
  body: codeBody,
  answer: recoveryCodes,
  errors: ['invalid_code', 'totp_enabled', 'too_many_requests', 'proof_required'],
  recentProof: true,
})
export const removeAppContract = contract({
  name: 'factor.removeApp',
  method: 'DELETE',
  path: '/auth/authenticator-app',
  summary: 'Takes the authenticator app and the recovery codes away',
  tag,
  status: 204,
  errors: ['totp_missing', 'proof_required'],
  recentProof: true,
})
export const renewRecoveryCodesContract = contract({
  name: 'factor.renewRecoveryCodes',
  method: 'POST',
  path: '/auth/recovery-codes',
  summary: 'New recovery codes in place of the old ones; only this answer holds them',
  tag,
  answer: recoveryCodes,
  errors: ['totp_missing', 'proof_required'],
  recentProof: true,
})

export const beginPasskeyContract = contract({
  name: 'factor.beginPasskey',
  method: 'POST',
  path: '/auth/passkeys/options',
  summary: 'What a browser needs to make a passkey',
  tag,
  answer: Type.Object({ data: forBrowser }),
  errors: ['too_many_passkeys', 'passkey_unavailable', 'proof_required'],
  recentProof: true,
})
export const addPasskeyContract = contract({
  name: 'factor.addPasskey',
  method: 'POST',
  path: '/auth/passkeys',
  summary: 'Adds the passkey that the browser made',
  tag,
  body: passkeyBody,
  status: 201,
  answer: Type.Object({ data: passkey }),
  errors: ['passkey_refused', 'passkey_known', 'passkey_unavailable', 'proof_required'],
  recentProof: true,
})
export const renamePasskeyContract = contract({
  name: 'factor.renamePasskey',
  method: 'PATCH',
  path: '/auth/passkeys/:id',
  summary: 'Gives a passkey another name',
  tag,
  params: idParams,
  body: passkeyNameBody,
  status: 204,
  errors: ['not_found', 'required'],
})
export const removePasskeyContract = contract({
  name: 'factor.removePasskey',
  method: 'DELETE',
  path: '/auth/passkeys/:id',
  summary: 'Removes a passkey',
  tag,
  params: idParams,
  status: 204,
  errors: ['not_found', 'policy_locks_out', 'proof_required'],
  recentProof: true,
})
