import { TextInput, type TextInputProps } from '@mantine/core'
import { useMessages } from '#web/messages/use-messages.ts'

interface CodeInputProps extends Omit<TextInputProps, 'onChange' | 'value'> {
  readonly value: string
  readonly onChange: (code: string) => void
  /** Whether letters are expected too. */
  readonly recovery?: boolean
}

/** A code of the authenticator app, which the phone's keyboard may fill in; or a recovery code. */
export function CodeInput({ value, onChange, recovery = false, ...props }: CodeInputProps) {
  const { t } = useMessages()
  return (
    <TextInput
      label={t(recovery ? 'auth.recoveryCode' : 'auth.code')}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      inputMode={recovery ? 'text' : 'numeric'}
      {...props}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
