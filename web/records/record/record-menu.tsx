import { Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconCopy,
  IconDots,
  IconHistory,
  IconLink,
  IconPrinter,
  IconStar,
  IconTrash,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useMay } from '#web/data/index.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { preparePicker } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useDelete } from '../use-delete.ts'
import { duplicateValues } from './duplicate-values.ts'
import { printRecord } from './print-record.ts'

const CreateDialog = lazy(async () => {
  const [{ CreateDialog: Loaded }] = await Promise.all([import('../form/create-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

interface RecordMenuProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly onLeave: () => void
  readonly onHistory: () => void
  /** What stands beside the menu on wider screens. */
  readonly phone?: {
    readonly starred: boolean
    readonly onStar: () => void
    readonly onCopyLink: () => void
    readonly onPrevious: (() => void) | undefined
    readonly onNext: (() => void) | undefined
  }
}

/** What is done with a record more seldom. */
export function RecordMenu({ object, record, onLeave, onHistory, phone }: RecordMenuProps) {
  const { t } = useMessages()
  const remove = useDelete(object)
  const [copying, setCopying] = useState(false)
  const title = titleOf(object, record)
  const { may } = useMay()
  const mayNow = useRecordMay(object, record)
  const refused: ReadonlySet<string> = new Set([
    ...(may(object.name, 'create') ? [] : ['duplicate']),
    ...(mayNow.delete ? [] : ['delete']),
  ])
  const further = [
    {
      id: 'duplicate',
      title: t('activity.duplicate'),
      command: t('activity.duplicate'),
      icon: IconCopy,
      run: () => setCopying(true),
    },
    {
      id: 'print',
      title: t('activity.print'),
      command: t('activity.print'),
      icon: IconPrinter,
      run: printRecord,
    },
    {
      id: 'history',
      title: t('activity.showHistory'),
      command: t('activity.showHistory'),
      icon: IconHistory,
      run: onHistory,
    },
    {
      id: 'delete',
      title: t('records.delete'),
      command: t('activity.deleteThis'),
      icon: IconTrash,
      run: () => {
        remove([record.id], [title])
        onLeave()
      },
    },
  ].filter(({ id }) => !refused.has(id))
  useCommandsOfPage(
    further.map(({ id, command, icon: Shape, run }) => ({
      id,
      title: command,
      words: id,
      icon: <Shape aria-hidden />,
      place: 22,
      run,
    })),
  )
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon={IconDots} label={t('design.more')} />
        </Menu.Target>
        <Menu.Dropdown>
          {phone?.onPrevious && (
            <MenuItem icon={IconChevronUp} onClick={phone.onPrevious}>
              {t('records.previous')}
            </MenuItem>
          )}
          {phone?.onNext && (
            <MenuItem icon={IconChevronDown} onClick={phone.onNext}>
              {t('records.next')}
            </MenuItem>
          )}
          {phone && (
            <>
              <MenuItem icon={IconStar} onClick={phone.onStar}>
                {t(phone.starred ? 'activity.unstar' : 'activity.star')}
              </MenuItem>
              <MenuItem icon={IconLink} onClick={phone.onCopyLink}>
                {t('records.copyLink')}
              </MenuItem>
            </>
          )}
          {further.map(({ id, title, icon, run }) => (
            <MenuItem key={id} icon={icon} danger={id === 'delete'} onClick={run}>
              {title}
            </MenuItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      {copying && (
        <Suspense>
          <CreateDialog
            object={object}
            prefilled={duplicateValues(object, record, t('activity.copyOf', { name: title }))}
            onClose={() => setCopying(false)}
          />
        </Suspense>
      )}
    </>
  )
}
