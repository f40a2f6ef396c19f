import { Menu } from '@mantine/core'
import { IconArrowsDiagonal, IconDots, IconLink, IconPencil, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { useObject, useTimelineChanges } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useCopyToast } from '#web/design/use-copy-toast.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useDelete } from '../use-delete.ts'
import classes from './timeline.module.css'

interface EntryMenuProps {
  readonly entry: TimelineEntry
  readonly name: string
  readonly onEdit: (() => void) | undefined
  readonly removable: boolean
}

/** What is done with the record of an entry. */
export function EntryMenu({ entry, name, onEdit, removable }: EntryMenuProps) {
  const { t } = useMessages()
  const copyToast = useCopyToast()
  const navigate = useNavigate()
  const timelines = useTimelineChanges()
  const remove = useDelete(useObject(entry.object))
  const params = { object: entry.object, id: entry.recordId }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton
          className={classes.menu}
          size="sm"
          icon={IconDots}
          label={t('activity.entryMenu', { name })}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {onEdit && (
          <MenuItem icon={IconPencil} onClick={onEdit}>
            {t('activity.edit')}
          </MenuItem>
        )}
        <MenuItem icon={IconArrowsDiagonal} onClick={() => void navigate({ to: '/o/$object/$id', params })}>
          {t('activity.open')}
        </MenuItem>
        <MenuItem
          icon={IconLink}
          onClick={() => copyToast(`${location.origin}/o/${entry.object}/${entry.recordId}`)}
        >
          {t('records.copyLink')}
        </MenuItem>
        {removable && (
          <MenuItem
            icon={IconTrash}
            danger
            onClick={() => {
              timelines.patch((one) => (one.recordId === entry.recordId ? undefined : one))
              remove([entry.recordId], [name])
            }}
          >
            {t('activity.delete')}
          </MenuItem>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
