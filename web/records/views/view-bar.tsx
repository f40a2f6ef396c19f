import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { View } from '#shared/metadata/view.ts'
import type { ViewActions } from './use-view-actions.ts'
import { ViewChanges } from './view-changes.tsx'
import type { ViewState } from './view-state.ts'
import classes from './view-tabs.module.css'
import { ViewTabs } from './view-tabs.tsx'

export interface ViewBarProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly actions: ViewActions
  readonly onNew: () => void
  readonly onRename: (view: View) => void
  readonly onSave: () => void
  readonly onSaveAs: () => void
}

/** Views as tabs, and what to do about a changed one. */
export function ViewBar({ onSave, onSaveAs, ...tabs }: ViewBarProps) {
  const { state, actions } = tabs
  return (
    <div className={classes.bar}>
      <ViewTabs {...tabs} />
      <ViewChanges
        state={state}
        mayChange={state.view !== undefined && actions.mayChange(state.view)}
        onSave={onSave}
        onSaveAs={onSaveAs}
      />
    </div>
  )
}
