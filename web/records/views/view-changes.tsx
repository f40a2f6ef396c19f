import { Button } from '#web/design/button.tsx'
import { withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewState } from './view-state.ts'
import classes from './view-tabs.module.css'

interface ViewChangesProps {
  readonly state: ViewState
  /** Others' shared views are saved as one's own. */
  readonly mayChange: boolean
  readonly onSave: () => void
  readonly onSaveAs: () => void
}

/** That what is seen differs from the view, and the two ways out. */
export function ViewChanges({ state, mayChange, onSave, onSaveAs }: ViewChangesProps) {
  const { t } = useMessages()
  if (!state.changed) return null
  return (
    <div className={classes.changes}>
      <span className={classes.note} title={state.view && !mayChange ? t('views.notYours') : undefined}>
        {t('views.changed')}
      </span>
      <Button variant="subtle" size="sm" onClick={state.revert}>
        {t('views.revert')}
      </Button>
      {state.view !== undefined && mayChange && (
        <Button variant="subtle" size="sm" onClick={onSaveAs}>
          {t('views.saveAs')}
        </Button>
      )}
      {mayChange ? (
        <Button size="sm" title={withMod('S')} onClick={onSave}>
          {t('views.save')}
        </Button>
      ) : (
        <Button size="sm" title={withMod('S')} onClick={onSaveAs}>
          {t('views.saveAs')}
        </Button>
      )}
    </div>
  )
}
