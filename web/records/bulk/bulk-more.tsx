import { Menu } from '@mantine/core'
import { IconDots, IconFileTypeCsv, IconFileTypeXls } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { address } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from '../list/columns.ts'
import type { ListSearch } from '../list/use-list.ts'
import type { Selection } from '../list/use-selection.ts'

interface BulkMoreProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly search: ListSearch
  readonly selection: Selection
}

/** Ids that an address holds. */
const mostIds = 150

/** What is done with the chosen ones now and then: a file of them. */
export function BulkMore({ object, columns, search, selection }: BulkMoreProps) {
  const { t } = useMessages()
  const { everything, ids } = selection
  const tooMany = !everything && ids.size > mostIds
  const save = (format: 'csv' | 'xlsx') => {
    const link = document.createElement('a')
    link.href = address(`/records/${object.name}/export`, {
      format,
      sort: search.sort,
      fields: columns.map(({ path }) => path).join(','),
      ...(everything ? { filter: search.filter, search: search.search } : { ids: [...ids].join(',') }),
    })
    link.download = ''
    link.click()
  }
  return (
    <Menu position="top-end">
      <Menu.Target>
        <IconButton icon={IconDots} label={t('table.moreActs')} />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItem icon={IconFileTypeCsv} disabled={tooMany} onClick={() => save('csv')}>
          {t('table.exportCsv')}
        </MenuItem>
        <MenuItem icon={IconFileTypeXls} disabled={tooMany} onClick={() => save('xlsx')}>
          {t('table.exportExcel')}
        </MenuItem>
      </Menu.Dropdown>
    </Menu>
  )
}
