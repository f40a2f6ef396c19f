import { Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import classes from './icon-button.module.css'
import { Kbd } from './kbd.tsx'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon: Icon
  /** What it does; read out, and shown on hover. */
  readonly label: string
  readonly keyHint?: string
  readonly size?: 'md' | 'sm'
  readonly edge?: boolean
}

export function IconButton({
  icon: Icon,
  label,
  keyHint,
  size = 'md',
  edge = false,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip
      label={
        <>
          {label}
          {keyHint !== undefined && <Kbd>{keyHint}</Kbd>}
        </>
      }
    >
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={[classes.button, className].filter(Boolean).join(' ')}
        data-size={size}
        data-edge={edge || undefined}
      >
        <Icon aria-hidden />
      </button>
    </Tooltip>
  )
}
