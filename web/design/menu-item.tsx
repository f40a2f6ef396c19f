import { Menu } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { Kbd } from './kbd.tsx'

interface MenuItemProps {
  readonly icon?: Icon
  readonly children: string
  readonly onClick: () => void
  readonly keyHint?: string
  /** Does harm: written in red. */
  readonly danger?: boolean
  readonly disabled?: boolean
}

/** A line of a Mantine `Menu`: icon, words, the key that does the same. */
export function MenuItem({
  icon: Icon,
  children,
  keyHint,
  danger,
  onClick,
  disabled = false,
}: MenuItemProps) {
  return (
    <Menu.Item
      leftSection={Icon && <Icon aria-hidden />}
      rightSection={keyHint === undefined ? null : <Kbd>{keyHint}</Kbd>}
      onClick={onClick}
      disabled={disabled}
      data-danger={danger || undefined}
    >
      {children}
    </Menu.Item>
  )
}
