import { TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { Button } from '#web/design/button.tsx'
import { useCopy } from '#web/design/use-copy.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './copied-address.module.css'

interface CopiedAddressProps {
  readonly label: string
  readonly help?: string
  readonly address: string
}

/** An address of Kith's that is entered in another system. */
export function CopiedAddress({ label, help, address }: CopiedAddressProps) {
  const { t } = useMessages()
  const { place, copied, copy } = useCopy<HTMLInputElement>(() => address)
  return (
    <TextInput
      ref={place}
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'description']}
      inputContainer={(input) => (
        <div className={classes.copy}>
          {input}
          <Button icon={copied ? IconCheck : IconCopy} onClick={() => void copy()}>
            {t(copied ? 'design.copied' : 'design.copy')}
          </Button>
        </div>
      )}
      value={address}
      readOnly
      onFocus={(event) => event.target.select()}
    />
  )
}
