import { IconLogout, IconRipple, IconSearch, IconSettings, IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useSession } from '#web/data/use-session.ts'
import { useSignOut } from '#web/data/use-session-changes.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { NavigationGroup } from './navigation-groups.ts'
import classes from './phone-bar.module.css'
import { places } from './places.ts'
import { useOwnPools } from './use-own-pools.ts'

interface PhoneMoreSheetProps {
  readonly onClose: () => void
  readonly onSearch: () => void
  readonly groups: readonly NavigationGroup[]
}

/** Everything that the bar has no room for. */
export function PhoneMoreSheet({ onClose, onSearch, groups }: PhoneMoreSheetProps) {
  const { t, label } = useMessages()
  const { user } = useSession()
  const signOut = useSignOut()
  const pools = useOwnPools()
  return (
    <Dialog opened onClose={onClose} title={t('shell.more')}>
      <div className={classes.person}>
        <Avatar id={user.id} name={user.name} size={36} />
        {user.name}
      </div>
      <button
        type="button"
        className={classes.search}
        onClick={() => {
          onClose()
          onSearch()
        }}
      >
        <IconSearch aria-hidden />
        {t('shell.searchOrJump')}
      </button>
      <ul className={classes.list}>
        {places.map(({ name, to, title, icon: Icon }) => (
          <li key={name}>
            <Link to={to} className={classes.line} onClick={onClose}>
              <Icon aria-hidden />
              {t(title)}
            </Link>
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <section key={group.app}>
          <h3 className={classes.heading}>{t(group.title)}</h3>
          <ul className={classes.list}>
            {group.objects.map((object) => (
              <Fragment key={object.name}>
                <li>
                  <Link
                    to="/o/$object"
                    params={{ object: object.name }}
                    className={classes.line}
                    onClick={onClose}
                  >
                    <ObjectIcon name={object.icon} size={20} />
                    {label(object.pluralLabel ?? object.label)}
                  </Link>
                </li>
                {pools
                  .filter((pool) => pool.object === object.name)
                  .map(({ id, name }) => (
                    <li key={id}>
                      <Link
                        to="/pools/$pool"
                        params={{ pool: id }}
                        className={classes.line}
                        onClick={onClose}
                      >
                        <IconRipple aria-hidden />
                        {name}
                      </Link>
                    </li>
                  ))}
              </Fragment>
            ))}
          </ul>
        </section>
      ))}
      <h3 className={classes.heading}>{t('shell.actions')}</h3>
      <ul className={classes.list}>
        <li>
          <Link
            to="/import/{-$object}"
            params={{ object: undefined }}
            className={classes.line}
            onClick={onClose}
          >
            <IconUpload aria-hidden />
            {t('shell.import')}
          </Link>
        </li>
        <li>
          <Link to="/settings" className={classes.line} onClick={onClose}>
            <IconSettings aria-hidden />
            {t('shell.settings')}
          </Link>
        </li>
        <li>
          <button type="button" className={classes.line} onClick={() => signOut.mutate()}>
            <IconLogout aria-hidden />
            {t('shell.signOut')}
          </button>
        </li>
      </ul>
    </Dialog>
  )
}
