import type { Icon } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import classes from './button.module.css'
import { Kbd } from './kbd.tsx'

export interface ButtonLook {
  /** One `primary` per area; `default` has an edge, `subtle` none. */
  readonly variant?: 'primary' | 'default' | 'subtle' | 'danger'
  readonly size?: 'md' | 'sm'
  readonly icon?: Icon
  /** The key that does the same: `C`, `⌘S`. */
  readonly keyHint?: string | undefined
}

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'>, ButtonLook {
  readonly children: string
  /** Waiting for the server: the button stays in place and takes no second press. */
  readonly busy?: boolean
  /** Why it cannot be pressed now; shown on hover and to screen readers. */
  readonly disabledReason?: string | undefined
}

export function Button({
  variant = 'default',
  size = 'md',
  icon: Icon,
  keyHint,
  busy = false,
  disabledReason,
  children,
  className,
  ...rest
}: ButtonProps) {
  const blocked = busy || disabledReason !== undefined
  return (
    <button
      type="button"
      title={disabledReason}
      {...rest}
      {...(blocked && { 'aria-disabled': true, onClick: (event) => event.preventDefault() })}
      aria-busy={busy || undefined}
      className={[classes.button, className].filter(Boolean).join(' ')}
      data-variant={variant}
      data-size={size}
    >
      {Icon !== undefined && <Icon aria-hidden />}
      <span>{children}</span>
      {keyHint !== undefined && <Kbd>{keyHint}</Kbd>}
    </button>
  )
}
