import { useMessages } from '#web/messages/use-messages.ts'
import { copyText } from './copy-text.ts'
import { showToast } from './toast-store.ts'

/** Copies a text that stands nowhere on the page, and says that it did: by `said`, or that a link was copied. */
export function useCopyToast(): (text: string, said?: string) => void {
  const { t } = useMessages()
  return (text, said = t('design.linkCopied')) =>
    void copyText(text).then((copied) =>
      copied ? showToast(said) : showToast(t('design.copyFailed', { text }), { tone: 'problem' }),
    )
}
