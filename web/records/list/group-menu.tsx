import { Menu } from '@mantine/core'
import { IconLayoutRows } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewState } from '../views/view-state.ts'
import { groupableFields } from './group.ts'
import classes from './toolbar.module.css'

/** The field that rows are grouped by. */
export function GroupMenu({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t, label } = useMessages()
  const { groupBy } = state.definition
  const field = groupBy === undefined ? undefined : object.fieldByName.get(groupBy)
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="subtle" icon={IconLayoutRows} data-on={field !== undefined || undefined}>
          {field === undefined ? t('views.group') : t('views.groupBy', { field: label(field.label) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <MenuChoice checked={field === undefined} onClick={() => state.change({ groupBy: '' })}>
          {t('views.noGroup')}
        </MenuChoice>
        {groupableFields(object).map((one) => (
          <MenuChoice
            key={one.key}
            checked={one.name === groupBy}
            onClick={() => state.change({ groupBy: one.name })}
          >
            {label(one.label)}
          </MenuChoice>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
