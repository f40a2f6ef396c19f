import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import classes from './button.module.css'
import type { ButtonLook } from './button.tsx'
import { Kbd } from './kbd.tsx'

interface AnchorProps extends Omit<ComponentPropsWithRef<'a'>, 'children'>, ButtonLook {
  readonly children?: ReactNode
}

function Anchor({
  variant = 'default',
  size = 'md',
  icon: Icon,
  keyHint,
  children,
  className,
  ...rest
}: AnchorProps) {
  return (
    <a
      {...rest}
      className={[classes.button, className].filter(Boolean).join(' ')}
      data-variant={variant}
      data-size={size}
    >
      {Icon !== undefined && <Icon aria-hidden />}
      <span>{children}</span>
      {keyHint !== undefined && <Kbd>{keyHint}</Kbd>}
    </a>
  )
}

/** A link of the router that looks like a button: for acts that are an address. */
export const ButtonLink = createLink(Anchor)
