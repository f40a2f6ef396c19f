import { CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './inline-field.module.css'

/** Puts a code where it can be pasted from. */
export function CopyValue({ value, name }: { value: string; name: string }) {
  const { t } = useMessages()
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <IconButton
          size="sm"
          className={classes.copy}
          icon={copied ? IconCheck : IconCopy}
          label={copied ? t('design.copied') : t('activity.copyValue', { name })}
          onClick={copy}
        />
      )}
    </CopyButton>
  )
}
