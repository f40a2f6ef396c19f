import { IconPaperclip, IconX } from '@tabler/icons-react'
import { fileAddress } from '#web/data/file-address.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './attached-files.module.css'
import type { Attached } from './written.ts'

interface AttachedFilesProps {
  readonly files: readonly Attached[]
  readonly sending?: number
  /** Not given: they are only shown. */
  readonly onRemove?: (id: string) => void
}

/** Files that belong to a text: pictures to see, others by name. */
export function AttachedFiles({ files, sending = 0, onRemove }: AttachedFilesProps) {
  const { t } = useMessages()
  if (files.length === 0 && sending === 0) return null
  return (
    <ul className={classes.files}>
      {files.map(({ id, name, picture }) => (
        <li key={id} className={classes.file}>
          <a href={fileAddress(id)} target="_blank" rel="noopener" title={name}>
            {picture ? (
              <img src={fileAddress(id)} alt="" loading="lazy" className={classes.picture} />
            ) : (
              <IconPaperclip aria-hidden />
            )}
            <span className={classes.name}>{name}</span>
          </a>
          {onRemove && (
            <IconButton
              size="sm"
              icon={IconX}
              label={t('design.remove', { name })}
              onClick={() => onRemove(id)}
            />
          )}
        </li>
      ))}
      {sending > 0 && (
        <li className={classes.sending} role="status">
          {t('activity.sendingFiles', { count: sending })}
        </li>
      )}
    </ul>
  )
}
