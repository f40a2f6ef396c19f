import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Joint } from './filter.ts'
import classes from './filter-row.module.css'

const joints = [
  ['and', 'views.allHold'],
  ['or', 'views.anyHolds'],
] as const

/** Whether all conditions of a group hold or one of them does. */
export function JointSwitch({ joint, onChange }: { joint: Joint; onChange: (joint: Joint) => void }) {
  const { t } = useMessages()
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={classes.jointSwitch} aria-label={t('views.joint')}>
          {t(joint === 'and' ? 'records.and' : 'views.or')}
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {joints.map(([name, words]) => (
          <MenuChoice key={name} checked={name === joint} onClick={() => onChange(name)}>
            {t(words)}
          </MenuChoice>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
