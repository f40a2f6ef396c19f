import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type MouseEvent, useEffect, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { copyText } from './copy-text.ts'
import { IconButton } from './icon-button.tsx'
import { showToast } from './toast-store.ts'

interface CopyIconButtonProps {
  readonly text: string
  readonly label: string
  readonly className: string | undefined
}

/** Milliseconds for which it says that the text was copied. */
const said = 1_500

/** Copies a value that stands beside it. */
export function CopyIconButton({ text, label, className }: CopyIconButtonProps) {
  const { t } = useMessages()
  const [copied, setCopied] = useState(0)
  useEffect(() => {
    if (copied === 0) return
    const timer = setTimeout(() => setCopied(0), said)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (event: MouseEvent) => {
    // Whatever it stands in is not pressed.
    event.stopPropagation()
    if (await copyText(text)) setCopied((times) => times + 1)
    else showToast(t('design.copyFailed', { text }), { tone: 'problem' })
  }
  return (
    <IconButton
      size="sm"
      className={className}
      icon={copied > 0 ? IconCheck : IconCopy}
      label={copied > 0 ? t('design.copied') : label}
      onClick={(event) => void copy(event)}
    />
  )
}
