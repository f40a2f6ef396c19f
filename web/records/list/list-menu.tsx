import { Menu } from '@mantine/core'
import { IconDots, IconFileSpreadsheet, IconFileText, IconTrash, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { ExportFormat } from '#shared/operations/exports.ts'
import { useCatalogue, useMay } from '#web/data/index.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useExport } from '../bulk/use-export.ts'
import type { ViewState } from '../views/view-state.ts'
import { layOutColumns } from './columns.ts'

/** What is done with a list now and then: its view as a file, the way to import, the recycle bin. */
export function ListMenu({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t } = useMessages()
  const phone = usePhone()
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const { definition, search } = state
  const save = useExport(object.name)
  const { may } = useMay()
  const exportAs = (format: ExportFormat) => () =>
    save({
      format,
      filter: definition.filter ?? '',
      search,
      sort: definition.sort ?? '',
      fields: layOutColumns(object, definition, catalogue)
        .map(({ path }) => path)
        .join(','),
    })
  const kinds = [
    { id: 'export csv', title: t('views.exportCsv'), icon: IconFileText, run: exportAs('csv') },
    { id: 'export excel', title: t('views.exportXlsx'), icon: IconFileSpreadsheet, run: exportAs('xlsx') },
  ]
  const files = may(object.name, 'export') ? kinds : []
  useCommandsOfPage(
    files.map(({ icon: Shape, ...file }) => ({
      ...file,
      words: file.id,
      icon: <Shape aria-hidden />,
      place: 40,
    })),
  )
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon={IconDots} label={t('design.more')} edge={!phone} />
      </Menu.Target>
      <Menu.Dropdown>
        {phone && may(object.name, 'import') && (
          <MenuItem
            icon={IconUpload}
            onClick={() => void navigate({ to: '/import/{-$object}', params: { object: object.name } })}
          >
            {t('records.import')}
          </MenuItem>
        )}
        {files.map(({ id, title, icon, run }) => (
          <MenuItem key={id} icon={icon} onClick={run}>
            {title}
          </MenuItem>
        ))}
        {files.length > 0 && <Menu.Divider />}
        <MenuItem
          icon={IconTrash}
          onClick={() => void navigate({ to: '/o/$object/bin', params: { object: object.name } })}
        >
          {t('records.bin')}
        </MenuItem>
      </Menu.Dropdown>
    </Menu>
  )
}
