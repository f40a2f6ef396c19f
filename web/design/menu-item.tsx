import { Menu } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { IconCheck } from '@tabler/icons-react'
import { Kbd } from './kbd.tsx'
import classes from './menu-item.module.css'

export interface MenuItemProps {
  readonly icon?: Icon
  readonly children: string
  readonly onClick: () => void
  readonly keyHint?: string
  /** Does harm: written in red. */
  readonly danger?: boolean
  readonly checked?: boolean
  readonly disabled?: boolean
}

/** A line of a Mantine `Menu`: icon, words, the key that does the same. */
export function MenuItem({
  icon: Icon,
  children,
  keyHint,
  danger,
  checked,
  onClick,
  disabled = false,
}: MenuItemProps) {
  return (
    <Menu.Item
      leftSection={Icon && <Icon aria-hidden />}
      rightSection={
        checked === true ? (
          <IconCheck className={classes.tick} aria-hidden />
        ) : keyHint === undefined ? null : (
          <Kbd>{keyHint}</Kbd>
        )
      }
      onClick={onClick}
      disabled={disabled}
      data-danger={danger || undefined}
      {...(checked !== undefined && { role: 'menuitemradio', 'aria-checked': checked })}
    >
      {children}
    </Menu.Item>
  )
}
