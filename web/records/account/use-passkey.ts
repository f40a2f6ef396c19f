import { useMutation } from '@tanstack/react-query'
import { ApiError } from '#web/data/api-error.ts'
import { isCalledOff } from '#web/data/passkeys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Something that a passkey is asked for; what the person called off is no problem. */
export function usePasskey<Input = void>(ask: (input: Input) => Promise<void>, onDone: () => void) {
  const { t } = useMessages()
  const asking = useMutation({ mutationFn: ask, onSuccess: onDone })
  const { error } = asking
  const problem =
    error === null || isCalledOff(error)
      ? undefined
      : error instanceof ApiError
        ? problemText(t, error)
        : t(error.name === 'InvalidStateError' ? 'auth.passkeyKnown' : 'auth.passkeyFailed')
  return { ask: asking.mutate, busy: asking.isPending, problem }
}
