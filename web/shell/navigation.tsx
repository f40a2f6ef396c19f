import { IconLayoutSidebar, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AccountBar } from './account-bar.tsx'
import classes from './navigation.module.css'
import { NavigationGroup } from './navigation-group.tsx'
import { navigationGroups } from './navigation-groups.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

const storageKey = 'kith.navigation'
const narrow = () => window.matchMedia('(max-width: 900px)').matches

interface NavigationProps {
  readonly onSearch: () => void
  readonly onKeys: () => void
}

/** The left edge: workspace, search, objects by app, who is signed in. Folds into a rail of icons. */
export function Navigation({ onSearch, onKeys }: NavigationProps) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const [folded, setFolded] = useState(() => {
    const stored = localStorage.getItem(storageKey)
    return stored === null ? narrow() : stored === 'rail'
  })
  const fold = (next: boolean) => {
    setFolded(next)
    localStorage.setItem(storageKey, next ? 'rail' : 'full')
  }
  const groups = navigationGroups(catalogue)

  return (
    <nav className={classes.navigation} data-folded={folded || undefined} aria-label={t('shell.navigation')}>
      <div className={classes.head}>
        <WorkspaceMenu folded={folded} />
        {!folded && (
          <IconButton
            icon={IconLayoutSidebar}
            label={t('shell.collapse')}
            size="sm"
            onClick={() => fold(true)}
          />
        )}
      </div>
      {folded ? (
        <div className={classes.railActions}>
          <IconButton icon={IconLayoutSidebar} label={t('shell.expand')} onClick={() => fold(false)} />
          <IconButton
            icon={IconSearch}
            label={t('shell.searchOrJump')}
            keyHint={withMod('K')}
            onClick={onSearch}
          />
        </div>
      ) : (
        <button type="button" className={classes.search} onClick={onSearch}>
          <IconSearch aria-hidden />
          <span>{t('shell.searchOrJump')}</span>
          <Kbd>{withMod('K')}</Kbd>
        </button>
      )}
      <div className={classes.groups}>
        {groups.map((group, index) => (
          <NavigationGroup
            key={group.app}
            group={group}
            folded={folded}
            titled={index > 0 || groups.length > 1}
          />
        ))}
      </div>
      <AccountBar folded={folded} onKeys={onKeys} />
    </nav>
  )
}
