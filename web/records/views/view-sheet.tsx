import { IconCheck, IconPlus } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View } from '#shared/metadata/view.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { KindIcon } from './kind-icon.tsx'
import { useAllName } from './use-all-name.ts'
import type { ViewActions } from './use-view-actions.ts'
import { ViewMenu } from './view-menu.tsx'
import classes from './view-sheet.module.css'
import type { ViewState } from './view-state.ts'

interface ViewSheetProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly actions: ViewActions
  readonly onNew: () => void
  readonly onRename: (view: View) => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The views of an object on a phone, with what the tabs offer on wide screens. */
export function ViewSheet({ object, state, actions, onNew, onRename, onSave, onClose }: ViewSheetProps) {
  const { t } = useMessages()
  const allName = useAllName(object)
  const { views } = actions
  const show = (id: string | undefined) => {
    onClose()
    void actions.show(id)
  }
  const line = (id: string | undefined, name: string, kind: View['kind']) => {
    const current = id === state.view?.id
    return (
      <button
        type="button"
        className={classes.view}
        aria-current={current ? 'page' : undefined}
        onClick={() => show(id)}
      >
        <KindIcon kind={kind} />
        <span className={classes.name}>{name}</span>
        {current && <IconCheck size={18} aria-hidden />}
      </button>
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('views.tabs')}
      footer={
        state.changed ? (
          <>
            <Button
              onClick={() => {
                state.revert()
                onClose()
              }}
            >
              {t('views.revert')}
            </Button>
            <Button variant="primary" onClick={onSave}>
              {t(state.view !== undefined && actions.mayChange(state.view) ? 'views.save' : 'views.saveAs')}
            </Button>
          </>
        ) : undefined
      }
    >
      <ul className={classes.list}>
        <li className={classes.line}>{line(undefined, allName, 'list')}</li>
        {views.map((view, index) => (
          <li key={view.id} className={classes.line}>
            {line(view.id, view.name, view.kind)}
            <ViewMenu
              view={view}
              index={index}
              count={views.length}
              actions={actions}
              current={view.id === state.view?.id}
              onRename={() => onRename(view)}
            />
          </li>
        ))}
      </ul>
      <Button variant="subtle" icon={IconPlus} className={classes.new} onClick={onNew}>
        {t('views.new')}
      </Button>
    </Dialog>
  )
}
