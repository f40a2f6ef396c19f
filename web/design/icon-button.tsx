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
  /** It takes no press, and stays in reach of the keys: whoever pressed it to the end has the focus still. */
  readonly disabled?: boolean
  readonly size?: 'md' | 'sm'
  readonly edge?: boolean
  /** Where the tooltip stands; above unless there is no room. */
  readonly tooltip?: 'right'
}

export function IconButton({
  icon: Icon,
  label,
  keyHint,
  size = 'md',
  edge = false,
  tooltip,
  disabled = false,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip
      {...(tooltip !== undefined && { position: tooltip })}
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
        {...(disabled && { 'aria-disabled': true, onClick: (event) => event.preventDefault() })}
        className={[classes.button, className].filter(Boolean).join(' ')}
        data-size={size}
        data-edge={edge || undefined}
      >
        <Icon aria-hidden />
      </button>
    </Tooltip>
  )
}
