import { IconX } from '@tabler/icons-react'
import { IconButton } from '#web/design/icon-button.tsx'
import { FileButton } from '#web/fields/file/file-button.tsx'
import { useFile } from '#web/fields/file/use-file.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './entry-files.module.css'

interface EntryFilesProps {
  readonly ids: readonly string[]
  /** Not given: they are only shown. */
  readonly onRemove?: (id: string) => void
}

/** The files of an activity: each opens above the page, or comes down where a browser cannot show it. */
export function EntryFiles({ ids, onRemove }: EntryFilesProps) {
  if (ids.length === 0) return null
  return (
    <ul className={classes.files}>
      {ids.map((id) => (
        <li key={id}>
          <FileButton id={id} />
          {onRemove && <Remove id={id} onRemove={() => onRemove(id)} />}
        </li>
      ))}
    </ul>
  )
}

function Remove({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useMessages()
  const name = useFile(id)?.name ?? ''
  return <IconButton size="sm" icon={IconX} label={t('design.remove', { name })} onClick={onRemove} />
}
