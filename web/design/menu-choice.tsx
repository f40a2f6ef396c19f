import { Menu } from '@mantine/core'
import { type Icon, IconCheck } from '@tabler/icons-react'
import classes from './menu-choice.module.css'

interface MenuChoiceProps {
  readonly icon?: Icon
  readonly children: string
  readonly checked: boolean
  readonly onClick: () => void
}

/** A line of a Mantine `Menu` that is one of several; the current one is ticked. */
export function MenuChoice({ icon: Icon, children, checked, onClick }: MenuChoiceProps) {
  return (
    <Menu.RadioItem
      value={children}
      checked={checked}
      onChange={onClick}
      closeMenuOnClick
      rightSection={checked && <IconCheck className={classes.tick} aria-hidden />}
      classNames={{ itemIndicator: classes.indicator ?? '' }}
    >
      <span className={classes.words}>
        {Icon && <Icon aria-hidden />}
        {children}
      </span>
    </Menu.RadioItem>
  )
}
