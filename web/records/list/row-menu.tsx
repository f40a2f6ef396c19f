import { Menu } from '@mantine/core'
import {
  IconArrowsDiagonal,
  IconCopy,
  IconCopyPlus,
  IconExternalLink,
  IconLayoutSidebarRight,
  IconPencil,
  IconSquareCheck,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useMay } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useCopyToast } from '#web/design/use-copy-toast.ts'
import { withMod } from '#web/design/use-keys.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useDelete } from '../use-delete.ts'
import classes from './row-menu.module.css'
import type { useRecordLinks } from './use-record-links.ts'
import type { TableActs } from './use-table-acts.ts'

/** The record of the menu and where on the screen it opens. */
export interface MenuPlace {
  readonly record: RecordData
  readonly x: number
  readonly y: number
}

interface RowMenuProps {
  readonly object: CatalogueObject
  readonly place: MenuPlace
  readonly links: ReturnType<typeof useRecordLinks>
  readonly acts: Pick<TableActs, 'openApart' | 'peek' | 'write' | 'rename' | 'select'>
  readonly onDuplicate: (record: RecordData) => void
  readonly onClose: () => void
}

/** What is done with one record of the list. */
export function RowMenu(props: RowMenuProps) {
  const { object, place, links, acts, onClose } = props
  const { t } = useMessages()
  const copyToast = useCopyToast()
  const [opened, setOpened] = useState(true)
  const remove = useDelete(object)
  const { may } = useMay()
  const mayWith = useMayWith()
  const { record } = place
  const title = titleOf(object, record)
  const copyLink = () =>
    copyToast(new URL(links.hrefOf(record.id).replace(/\?.*/, ''), window.location.href).href)
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      onExitTransitionEnd={onClose}
      returnFocus={false}
      position="bottom-start"
      shadow="md"
    >
      <Menu.Target>
        <span aria-hidden className={classes.anchor} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown
        aria-label={t('table.rowMenuOf', { name: title })}
        // The key of the browser's own menu is let go over this one.
        onContextMenu={(event) => event.preventDefault()}
      >
        <MenuItem icon={IconArrowsDiagonal} keyHint="↵" onClick={() => links.open(record.id)}>
          {t('records.open')}
        </MenuItem>
        <MenuItem icon={IconExternalLink} keyHint={withMod('↵')} onClick={() => acts.openApart(record)}>
          {t('table.openApart')}
        </MenuItem>
        <MenuItem icon={IconLayoutSidebarRight} keyHint="Space" onClick={acts.peek}>
          {t('table.peek')}
        </MenuItem>
        {may('activity', 'create') && (
          <MenuItem icon={IconPencil} keyHint="N" onClick={() => acts.write(record)}>
            {t('table.writeActivity')}
          </MenuItem>
        )}
        <Menu.Divider />
        <MenuItem icon={IconSquareCheck} keyHint="X" onClick={acts.select}>
          {t('table.select')}
        </MenuItem>
        {object.titleField.writable && mayWith(object, record, 'update') && (
          <MenuItem icon={IconPencil} keyHint="F2" onClick={acts.rename}>
            {t('table.editTitle')}
          </MenuItem>
        )}
        {may(object.name, 'create') && (
          <MenuItem icon={IconCopyPlus} onClick={() => props.onDuplicate(record)}>
            {t('activity.duplicate')}
          </MenuItem>
        )}
        <MenuItem icon={IconCopy} onClick={copyLink}>
          {t('records.copyLink')}
        </MenuItem>
        {mayWith(object, record, 'delete') && (
          <>
            <Menu.Divider />
            <MenuItem icon={IconTrash} danger onClick={() => remove([record.id], [title])}>
              {t('records.delete')}
            </MenuItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
