import { IconArrowBackUp, IconDeviceFloppy, IconLayoutGridAdd } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { memo, useCallback, useDeferredValue, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useObject } from '#web/data/index.ts'
import { useEditable } from '#web/data/use-editable.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { useKeys, withMod } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { FilterBarProps } from './filter/filter-bar.tsx'
import { ListContent } from './list/list-content.tsx'
import { ListPhoneBar } from './list/list-phone-bar.tsx'
import { ListToolbar } from './list/list-toolbar.tsx'
import { ListTop } from './list/list-top.tsx'
import { useMatches } from './list/use-matches.ts'
import { useNarrowing } from './use-narrowing.tsx'
import { useViewActions } from './views/use-view-actions.ts'
import { ViewBar } from './views/view-bar.tsx'
import { type Asked, ViewDialogs } from './views/view-dialogs.tsx'
import { ViewNotices } from './views/view-notices.tsx'
import { useViewState, type ViewState } from './views/view-state.ts'

export { prepareList } from './list/prepare-list.ts'

const route = '/shell/o/$object'

/** The records of any object, as one of its views shows them. */
export function Component() {
  const { object } = useParams({ from: route })
  return <ListPage key={object} name={object} />
}

/** What the address says is followed as soon as there is time for it: a key or a click goes first. */
function ListPage({ name }: { name: string }) {
  const object = useEditable(useObject(name))
  return <List object={object} state={useDeferredValue(useViewState(object))} />
}

const List = memo(function List({ object, state }: { object: CatalogueObject; state: ViewState }) {
  const { t } = useMessages()
  const phone = usePhone()
  const actions = useViewActions(object)
  const matches = useMatches(object, state)
  const { change } = state
  const setFilter = useCallback((text: string) => change({ filter: text }), [change])
  const { filter, search, bar } = useNarrowing(object, state.definition.filter ?? '', setFilter)
  const [asked, setAsked] = useState<Asked>()

  const mine = state.view !== undefined && actions.mayChange(state.view)
  const saveAs = () => setAsked({ what: 'saveAs' })
  const save = () => {
    if (!state.changed) return
    if (mine) void actions.attempt(state.save)
    else saveAs()
  }
  useKeys({ 'mod+s': save })
  useCommandsOfPage([
    ...(state.changed
      ? [
          {
            id: 'save view',
            title: t(mine ? 'views.save' : 'views.saveAsNew'),
            words: 'save view',
            icon: <IconDeviceFloppy aria-hidden />,
            keyHint: withMod('S'),
            place: 30,
            run: save,
          },
          {
            id: 'revert view',
            title: t('views.revertView'),
            words: 'revert view',
            icon: <IconArrowBackUp aria-hidden />,
            place: 31,
            run: state.revert,
          },
        ]
      : []),
    {
      id: 'new view',
      title: t('views.new'),
      words: 'new view',
      icon: <IconLayoutGridAdd aria-hidden />,
      place: 32,
      run: () => setAsked({ what: 'new' }),
    },
  ])
  const filterProps: FilterBarProps = {
    ...bar,
    count: matches.stale ? undefined : matches.count,
    saving: state.changed
      ? { label: t(mine ? 'views.save' : 'views.saveAsNew'), keyHint: withMod('S'), onSave: save }
      : undefined,
  }
  const views = {
    object,
    state,
    actions,
    onNew: () => setAsked({ what: 'new' }),
    onRename: (view: NonNullable<typeof state.view>) => setAsked({ what: 'rename', view }),
    onSave: save,
    onSaveAs: saveAs,
  }
  return (
    <>
      <ListTop object={object} state={state} matches={matches} {...search} />
      {!phone && <ViewBar {...views} />}
      <ViewNotices object={object} state={state} actions={actions} />
      {phone ? (
        <ListPhoneBar {...views} {...search} filter={filterProps} />
      ) : (
        <ListToolbar object={object} state={state} {...search} filter={filterProps} />
      )}
      <ListContent object={object} state={state} matches={matches} filter={filter} />
      {asked !== undefined && (
        <ViewDialogs
          object={object}
          state={state}
          actions={actions}
          asked={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
})
