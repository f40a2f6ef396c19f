import { Menu } from '@mantine/core'
import { IconLayoutRows } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { type PageCommand, useCommandsOfPage } from '#web/design/commands.ts'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewState } from '../views/view-state.ts'
import { groupableFields } from './group.ts'
import classes from './toolbar.module.css'

/** The field that rows are grouped by. */
export function GroupMenu({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t, label } = useMessages()
  const [opened, setOpened] = useState(false)
  const { groupBy } = state.definition
  const fields = groupableFields(object)
  useCommandsOfPage([
    ...fields
      .filter(({ name }) => name !== groupBy)
      .map(
        (one): PageCommand => ({
          id: `group ${one.name}`,
          title: t('views.groupByField', { field: label(one.label) }),
          words: `group ${one.name}`,
          icon: <IconLayoutRows aria-hidden />,
          further: true,
          place: 24,
          run: () => state.change({ groupBy: one.name }),
        }),
      ),
    {
      id: 'group',
      title: t(groupBy === undefined ? 'views.group' : 'views.noGroup'),
      words: 'group',
      icon: <IconLayoutRows aria-hidden />,
      place: 23,
      run: () => (groupBy === undefined ? setOpened(true) : state.change({ groupBy: '' })),
    },
  ])
  const field = groupBy === undefined ? undefined : object.fieldByName.get(groupBy)
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={220}>
      <Menu.Target>
        <Button variant="subtle" icon={IconLayoutRows} data-on={field !== undefined || undefined}>
          {field === undefined ? t('views.group') : t('views.groupBy', { field: label(field.label) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <MenuChoice checked={field === undefined} onClick={() => state.change({ groupBy: '' })}>
          {t('views.noGroup')}
        </MenuChoice>
        {fields.map((one) => (
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
