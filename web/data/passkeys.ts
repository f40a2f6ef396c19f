import { request } from './request.ts'

/** Whether this browser knows passkeys here: they need HTTPS and a host name. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential === 'function' && !/^[\d.]+$|[:[]/.test(location.hostname)

/** Whether the person called it off, or another question to the device took its place: nothing to tell of. */
export const isCalledOff = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')

type Step = 'sign-in/passkey' | 'proof'

/** Questions that somebody asked the device for and that are not answered yet. */
let asked = 0
const none = Promise.resolve(false)
/** Whether what waits among the suggestions of a field is answered in the end. */
let suggesting = none

/**
 * Asks the device for a passkey and shows it to the server.
 * @param autofill waits among the suggestions of the field for the email address, until one is chosen
 */
export async function showPasskey(step: Step, autofill = false): Promise<void> {
  if (autofill) {
    const shown = show(step, true)
    const answered = shown.then(
      () => true,
      () => false,
    )
    suggesting = answered
    void answered.then(() => {
      if (suggesting === answered) suggesting = none
    })
    return shown
  }
  asked++
  try {
    const { WebAuthnAbortService } = await import('@simplewebauthn/browser')
    WebAuthnAbortService.cancelCeremony()
    // Chosen in the same moment: there is nothing more to ask.
    if ((await suggesting) && step === 'sign-in/passkey') return
    await show(step, false)
  } finally {
    asked--
  }
}

async function show(step: Step, autofill: boolean): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const path = step === 'proof' ? '/auth/proof/passkey/options' : '/auth/sign-in/passkey/options'
  type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']
  const { data } = await request<{ data: Options }>('POST', path)
  // A device answers one question at a time: what only waits among suggestions takes no place of one that was asked for.
  if (autofill && asked > 0) throw new DOMException('another question is open', 'AbortError')
  const response = await startAuthentication({ optionsJSON: data.data, useBrowserAutofill: autofill })
  await request('POST', `/auth/${step}`, { body: { response: answerOf(response) } })
}

/** Has the device make a passkey for this account. */
export async function makePasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
  const { data } = await request<{ data: Options }>('POST', '/auth/passkeys/options')
  const made = await startRegistration({ optionsJSON: data.data })
  await request('POST', '/auth/passkeys', { body: { name, response: answerOf(made) } })
}

/** Whether passkeys can wait among a field's suggestions. */
export async function passkeysAutofill(): Promise<boolean> {
  if (!passkeysWork()) return false
  const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser')
  return browserSupportsWebAuthnAutofill()
}

interface Answer {
  readonly id: string
  readonly rawId: string
  readonly type: string
  readonly response: object
}

/** What extensions of a device add to its answer proves nothing. */
const answerOf = ({ id, rawId, type, response }: Answer) => ({
  id,
  rawId,
  type,
  response,
  clientExtensionResults: {},
})
