import { Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View } from '#shared/metadata/view.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { kindIcons } from './kind-icon.tsx'
import { useAllName } from './use-all-name.ts'
import { useFitting } from './use-fitting.ts'
import type { ViewActions } from './use-view-actions.ts'
import { ViewMenu } from './view-menu.tsx'
import type { ViewState } from './view-state.ts'
import { ViewTab } from './view-tab.tsx'
import classes from './view-tabs.module.css'

interface ViewTabsProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly actions: ViewActions
  readonly onNew: () => void
  readonly onRename: (view: View) => void
}

/** Pixels of the menu that holds the views without room. */
const moreWidth = 76

/** The plain list, then the views in their order; what finds no room stands in a menu. */
export function ViewTabs({ object, state, actions, onNew, onRename }: ViewTabsProps) {
  const { t } = useMessages()
  const allName = useAllName(object)
  const row = useRef<HTMLElement>(null)
  const [dragged, setDragged] = useState<View>()
  const [target, setTarget] = useState<{ readonly view: View; readonly edge: 'before' | 'after' }>()
  const { views } = actions
  const at = views.findIndex(({ id }) => id === state.view?.id)
  const fitting = useFitting(row, [allName, ...views.map(({ name }) => name)].join('\n'), at + 1, moreWidth)
  const fits = (index: number) => fitting === undefined || fitting.has(index)
  const without = views.filter((_, index) => !fits(index + 1))
  const end = () => {
    setDragged(undefined)
    setTarget(undefined)
  }
  const drop = () => {
    if (dragged !== undefined && target !== undefined && target.view.id !== dragged.id) {
      const others = views.filter(({ id }) => id !== dragged.id)
      const index = others.findIndex(({ id }) => id === target.view.id)
      void actions.move(dragged, index + (target.edge === 'after' ? 1 : 0))
    }
    end()
  }
  return (
    <nav ref={row} className={classes.tabs} aria-label={t('views.tabs')}>
      <ul className={classes.row}>
        <ViewTab
          object={object.name}
          id={undefined}
          name={allName}
          kind={state.view === undefined ? state.kind : 'list'}
          current={state.view === undefined && !state.loading}
          changed={state.view === undefined && state.changed}
          hidden={!fits(0)}
        />
        {views.map((view, index) => (
          <ViewTab
            key={view.id}
            object={object.name}
            id={view.id}
            name={view.name}
            kind={view.id === state.view?.id ? state.kind : view.kind}
            current={index === at}
            changed={index === at && state.changed}
            hidden={!fits(index + 1)}
            {...(actions.mayChange(view) && {
              drag: {
                edge: target?.view.id === view.id && dragged?.id !== view.id ? target.edge : undefined,
                onStart: () => setDragged(view),
                onOver: (edge) => setTarget({ view, edge }),
                onEnd: end,
                onDrop: drop,
                onStep: (step) => void actions.move(view, index + step),
              },
            })}
            menu={
              index === at && (
                <ViewMenu
                  view={view}
                  index={index}
                  count={views.length}
                  actions={actions}
                  current
                  onRename={() => onRename(view)}
                />
              )
            }
          />
        ))}
      </ul>
      {without.length > 0 && (
        <Menu position="bottom-start" width={240}>
          <Menu.Target>
            <button
              type="button"
              className={classes.more}
              aria-label={t('views.moreTabs', { count: without.length })}
            >
              {`+${without.length}`}
              <IconChevronDown size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown className={classes.others ?? ''}>
            {without.map((view) => (
              <MenuItem key={view.id} icon={kindIcons[view.kind]} onClick={() => void actions.show(view.id)}>
                {view.name}
              </MenuItem>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <IconButton icon={IconPlus} size="sm" label={t('views.new')} onClick={onNew} />
    </nav>
  )
}
