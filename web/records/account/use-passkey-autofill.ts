import { useEffect, useEffectEvent } from 'react'
import { passkeysAutofill } from '#web/data/passkeys.ts'
import { signInByPasskey } from '#web/data/session.ts'

/** What is asked of a device lasts five minutes; it is asked anew before that. */
const renewal = 4 * 60_000

/** Offers passkeys among the suggestions of the field for the email address, for as long as the page stands. */
export function usePasskeyAutofill(onSignedIn: () => void): void {
  const signedIn = useEffectEvent(onSignedIn)
  useEffect(() => {
    let over = false
    const offer = () =>
      signInByPasskey(true).then(
        () => !over && signedIn(),
        // Nobody asked for it: where it does not work, the password does.
        () => {},
      )
    let timer: ReturnType<typeof setInterval> | undefined
    void passkeysAutofill().then((works) => {
      if (!works || over) return
      void offer()
      timer = setInterval(() => void offer(), renewal)
    })
    return () => {
      over = true
      clearInterval(timer)
      void import('@simplewebauthn/browser').then(({ WebAuthnAbortService }) =>
        WebAuthnAbortService.cancelCeremony(),
      )
    }
  }, [])
}
