import { TextInput, type TextInputProps } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { IconButton } from './icon-button.tsx'

/** A field for a password that can be shown. */
export function PasswordInput(props: Omit<TextInputProps, 'type' | 'rightSection'>) {
  const { t } = useMessages()
  const [shown, setShown] = useState(false)
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      rightSection={
        <IconButton
          icon={shown ? IconEyeOff : IconEye}
          label={t(shown ? 'design.hidePassword' : 'design.showPassword')}
          size="sm"
          onClick={() => setShown(!shown)}
        />
      }
    />
  )
}
