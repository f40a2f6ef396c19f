import { Menu } from '@mantine/core'
import {
  IconArrowAutofitWidth,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconChevronDown,
  IconEyeOff,
  IconMinus,
  IconPin,
  IconPinnedOff,
  IconStack2,
  IconSum,
  IconViewportNarrow,
  IconViewportWide,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

import { widthStep, withMoved, without, withWidth } from './column-changes.ts'
import { type ColumnHeadProps, sortable } from './column-head-props.ts'
import { groupableFields } from './group.ts'
import classes from './head.module.css'
import { TotalChoices } from './total-menu.tsx'

interface ColumnMenuProps extends ColumnHeadProps {
  readonly name: string
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  readonly onFit: (element: Element) => void
}

/** All that is done with a column, by keyboard too. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { object, columns, column, at, frozen, sort, look, opened, onOpened, groupBy } = props
  const { t } = useMessages()
  const button = useRef<HTMLButtonElement>(null)
  const { path, field } = column
  const sorted = sort.find((key) => key.field === path)
  const sortBy = (descending: boolean) => look.sort([{ field: path, descending }])
  const groupable = column.through.length === 0 && groupableFields(object).includes(field)
  const widen = (by: number) => look.columns(withWidth(columns, path, column.width + by))
  const step = (by: number) => look.columns(withMoved(columns, path, at + by))
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-end">
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className={classes.menu}
          aria-label={t('table.columnMenu', { field: props.name })}
          data-opened={opened || undefined}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <IconChevronDown aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {sortable(column) && (
          <>
            <MenuItem icon={IconArrowUp} onClick={() => sortBy(false)}>
              {t('table.sortAscending')}
            </MenuItem>
            <MenuItem icon={IconArrowDown} onClick={() => sortBy(true)}>
              {t('table.sortDescending')}
            </MenuItem>
            {sorted !== undefined && (
              <MenuItem icon={IconMinus} onClick={() => look.sort(sort.filter((key) => key.field !== path))}>
                {t('table.unsort')}
              </MenuItem>
            )}
          </>
        )}
        {groupable && (
          <MenuItem icon={IconStack2} onClick={() => look.groupBy(groupBy === field.name ? '' : field.name)}>
            {groupBy === field.name ? t('table.ungroup') : t('table.groupByThis')}
          </MenuItem>
        )}
        {at > 0 && (
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item leftSection={<IconSum aria-hidden />}>{t('table.total')}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              <TotalChoices column={column} totals={props.totals} columns={columns} onChange={look.totals} />
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        )}
        <Menu.Divider />
        {at > 1 && (
          <MenuItem icon={IconArrowLeft} onClick={() => step(-1)}>
            {t('table.moveLeft')}
          </MenuItem>
        )}
        {at > 0 && at < columns.length - 1 && (
          <MenuItem icon={IconArrowRight} onClick={() => step(1)}>
            {t('table.moveRight')}
          </MenuItem>
        )}
        <MenuItem icon={IconViewportWide} onClick={() => widen(widthStep)}>
          {t('table.widen')}
        </MenuItem>
        <MenuItem icon={IconViewportNarrow} onClick={() => widen(-widthStep)}>
          {t('table.narrow')}
        </MenuItem>
        <MenuItem
          icon={IconArrowAutofitWidth}
          onClick={() => {
            if (button.current !== null) props.onFit(button.current)
          }}
        >
          {t('table.fitWidth')}
        </MenuItem>
        {frozen === at + 1 ? (
          <MenuItem icon={IconPinnedOff} onClick={() => look.frozen(at === 0 ? 0 : 1)}>
            {t('table.unfreeze')}
          </MenuItem>
        ) : (
          <MenuItem icon={IconPin} onClick={() => look.frozen(at + 1)}>
            {t('table.freezeToHere')}
          </MenuItem>
        )}
        {at > 0 && (
          <MenuItem icon={IconEyeOff} onClick={() => look.columns(without(columns, path))}>
            {t('table.hideColumn')}
          </MenuItem>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
