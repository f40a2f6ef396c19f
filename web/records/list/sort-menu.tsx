import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { fieldTypes } from '#shared/fields/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { type SortKey, toggleSort } from '../sort.ts'
import { type Column, naturalDirection } from './columns.ts'

interface SortMenuProps {
  readonly columns: readonly Column[]
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: readonly SortKey[]) => void
}

/** What a list without heads is sorted by. */
export function SortMenu({ columns, sort, onSort }: SortMenuProps) {
  const { t, label } = useMessages()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon={IconArrowsSort} label={t('records.sort')} />
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ field }) => fieldTypes[field.type].sortable)
          .map(({ field }) => {
            const key = sort.find((one) => one.field === field.name)
            const Mark = key?.descending === true ? IconArrowDown : IconArrowUp
            return (
              <Menu.Item
                key={field.key}
                rightSection={key !== undefined && <Mark size={14} aria-hidden />}
                onClick={() => onSort(toggleSort(sort, field.name, naturalDirection(field), false))}
              >
                {label(field.label)}
              </Menu.Item>
            )
          })}
      </Menu.Dropdown>
    </Menu>
  )
}
