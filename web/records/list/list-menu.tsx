import { Menu } from '@mantine/core'
import { IconDots, IconFileSpreadsheet, IconFileText, IconTrash, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { address, useCatalogue } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewState } from '../views/view-state.ts'
import { layOutColumns } from './columns.ts'

/** What is done with a list now and then: its view as a file, the way to import, the recycle bin. */
export function ListMenu({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t } = useMessages()
  const phone = usePhone()
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const { definition, search } = state
  const file = (format: 'csv' | 'xlsx') =>
    address(`/records/${object.name}/export`, {
      format,
      filter: definition.filter,
      search,
      sort: definition.sort,
      fields: layOutColumns(object, definition, catalogue)
        .map(({ path }) => path)
        .join(','),
    })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon={IconDots} label={t('design.more')} edge={!phone} />
      </Menu.Target>
      <Menu.Dropdown>
        {phone && (
          <MenuItem
            icon={IconUpload}
            onClick={() => void navigate({ to: '/import/{-$object}', params: { object: object.name } })}
          >
            {t('records.import')}
          </MenuItem>
        )}
        <Menu.Item component="a" href={file('csv')} download leftSection={<IconFileText aria-hidden />}>
          {t('views.exportCsv')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={file('xlsx')}
          download
          leftSection={<IconFileSpreadsheet aria-hidden />}
        >
          {t('views.exportXlsx')}
        </Menu.Item>
        <Menu.Divider />
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
