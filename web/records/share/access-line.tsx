import { IconShield, IconSitemap, IconUsers, IconUsersGroup } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Grantee } from '#shared/operations/sharing.ts'
import { Avatar } from '#web/design/avatar.tsx'
import classes from './share.module.css'

const icons = {
  team: IconUsers,
  teamAndBelow: IconSitemap,
  role: IconShield,
  everybody: IconUsersGroup,
} satisfies Record<Exclude<Grantee['kind'], 'user'>, unknown>

interface AccessLineProps {
  readonly kind: Grantee['kind']
  readonly id?: string
  readonly name: string
  readonly why: string
  /** What they may do, and what can be done about it. */
  readonly children?: ReactNode
}

/** One by whom a record can be seen, and why. */
export function AccessLine({ kind, id = '', name, why, children }: AccessLineProps) {
  const Icon = kind === 'user' ? undefined : icons[kind]
  return (
    <li className={classes.line}>
      <span className={classes.face}>
        {Icon === undefined ? <Avatar id={id} name={name} size={24} /> : <Icon aria-hidden />}
      </span>
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <span className={classes.why} title={why}>
          {why}
        </span>
      </span>
      {children}
    </li>
  )
}
