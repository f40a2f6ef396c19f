import { IconAlertTriangle } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { useAllName } from './use-all-name.ts'
import type { ViewActions } from './use-view-actions.ts'
import classes from './view-notices.module.css'
import type { ViewState } from './view-state.ts'

const parts = ['filter', 'sort', 'columns', 'groupBy', 'totals', 'board', 'calendar'] as const

interface ViewNoticesProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly actions: ViewActions
}

/** That the view of the address is not there, or that something it speaks of is not. */
export function ViewNotices({ object, state, actions }: ViewNoticesProps) {
  const { t } = useMessages()
  const allName = useAllName(object)
  const { view } = state
  if (state.missing) {
    return (
      <div className={classes.notice} role="status">
        <IconAlertTriangle size={16} aria-hidden />
        <span className={classes.words}>{t('views.missing')}</span>
        <Button size="sm" onClick={() => void actions.show(undefined)}>
          {t('views.showAll', { view: allName })}
        </Button>
      </div>
    )
  }
  if (view === undefined || view.problems.length === 0) return null
  const gone = parts.filter((part) => view.problems.some(({ path }) => path.split('/')[0] === part))
  return (
    <div className={classes.notice} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.words}>
        {t('views.lost', {
          parts: gone.map((part) => t(`views.part_${part}`)).join(t('records.listSeparator')),
        })}
        <small>{view.problems.map(({ message }) => message).join(' ')}</small>
      </span>
      {actions.mayChange(view) && (
        <Button size="sm" onClick={() => void actions.attempt(state.save)}>
          {t('views.saveWithout')}
        </Button>
      )}
    </div>
  )
}
