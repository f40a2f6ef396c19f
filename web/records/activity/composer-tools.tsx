import { FileButton } from '@mantine/core'
import { IconAt, IconCamera, IconMicrophone, IconPaperclip } from '@tabler/icons-react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './composer.module.css'
import { useDictation } from './use-dictation.ts'

interface ComposerToolsProps {
  readonly phone: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly onMention: () => void
  readonly onWords: (words: string) => void
}

/** What goes into the text by other ways than typing. */
export function ComposerTools({ phone, onFiles, onMention, onWords }: ComposerToolsProps) {
  const { t, language } = useMessages()
  const { listening, toggle } = useDictation(language, onWords)
  return (
    <span className={classes.tools}>
      <FileButton multiple onChange={(files) => onFiles(files)}>
        {(button) => <IconButton {...button} icon={IconPaperclip} label={t('activity.attach')} />}
      </FileButton>
      {phone && (
        <FileButton
          accept="image/*"
          capture="environment"
          onChange={(file) => file !== null && onFiles([file])}
        >
          {(button) => <IconButton {...button} icon={IconCamera} label={t('activity.photograph')} />}
        </FileButton>
      )}
      <IconButton
        icon={IconAt}
        label={t('activity.mention')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onMention}
      />
      {toggle && (
        <IconButton
          icon={IconMicrophone}
          label={t(listening ? 'activity.stopDictation' : 'activity.dictate')}
          aria-pressed={listening}
          data-on={listening || undefined}
          className={classes.dictation}
          onClick={toggle}
        />
      )}
    </span>
  )
}
