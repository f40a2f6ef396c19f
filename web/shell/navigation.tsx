import { IconLayoutSidebar, IconSearch } from '@tabler/icons-react'
import { memo } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AccountBar } from './account-bar.tsx'
import classes from './navigation.module.css'
import { NavigationGroup } from './navigation-group.tsx'
import { listedGroups } from './navigation-groups.ts'
import { NavigationPins } from './navigation-pins.tsx'
import { NavigationPlaces } from './navigation-places.tsx'
import { useNavigationState } from './use-navigation-state.ts'
import { WorkspaceMenu } from './workspace-menu.tsx'

interface NavigationProps {
  readonly onSearch: () => void
  readonly onKeys: () => void
}

/** The left edge: workspace, search, one's own places, objects by app, pinned views. Folds into a rail of icons. */
export const Navigation = memo(function Navigation({ onSearch, onKeys }: NavigationProps) {
  const { t } = useMessages()
  const { rail, setRail, groups, setGroup } = useNavigationState()
  const apps = listedGroups(useCatalogue())

  return (
    <nav className={classes.navigation} data-rail={rail || undefined} aria-label={t('shell.navigation')}>
      <div className={classes.head}>
        <WorkspaceMenu folded={rail} />
        {!rail && (
          <IconButton
            icon={IconLayoutSidebar}
            label={t('shell.collapse')}
            keyHint="["
            size="sm"
            onClick={() => setRail(true)}
          />
        )}
      </div>
      {rail ? (
        <div className={classes.railActions}>
          <IconButton
            icon={IconLayoutSidebar}
            label={t('shell.expand')}
            keyHint="["
            tooltip="right"
            onClick={() => setRail(false)}
          />
          <IconButton
            icon={IconSearch}
            label={t('shell.searchOrJump')}
            keyHint={withMod('K')}
            tooltip="right"
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
        <NavigationPlaces rail={rail} />
        {apps.map((group) => (
          <NavigationGroup
            key={group.app}
            group={group}
            rail={rail}
            opened={groups[group.app]}
            onOpen={(open) => setGroup(group.app, open)}
          />
        ))}
        <NavigationPins rail={rail} />
      </div>
      <AccountBar folded={rail} onKeys={onKeys} />
    </nav>
  )
})
