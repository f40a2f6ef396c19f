import { Menu } from '@mantine/core'
import { IconArrowBarToLeft, IconDots, IconList, IconSquareCheck } from '@tabler/icons-react'
import { memo } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'
import { useCards } from './card-pool.ts'

/** What is done with a column as a whole. */
export const ColumnMenu = memo(function ColumnMenu({ column }: { column: BoardColumn }) {
  const { t } = useMessages()
  const { acts, pool, store, phone } = useBoard()
  const cards = useCards(pool, column.id)
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <IconButton
          icon={IconDots}
          size={phone ? 'md' : 'sm'}
          label={t('board.columnMenu', { column: column.name })}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {!phone && (
          <MenuItem icon={IconArrowBarToLeft} onClick={() => acts.fold(column.id, true)}>
            {t('board.fold')}
          </MenuItem>
        )}
        {cards.length > 0 && (
          <MenuItem
            icon={IconSquareCheck}
            onClick={() =>
              store.set({ selected: new Set([...store.get().selected, ...cards.map(({ id }) => id)]) })
            }
          >
            {t('board.selectColumn', { count: cards.length })}
          </MenuItem>
        )}
        <MenuItem icon={IconList} onClick={() => acts.showInList(column)}>
          {t('board.showInList')}
        </MenuItem>
      </Menu.Dropdown>
    </Menu>
  )
})
