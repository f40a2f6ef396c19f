import { IconChevronDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import type { FilterBarProps } from '../filter/filter-bar.tsx'
import { FilterSheetChip } from '../filter/filter-sheet-chip.tsx'
import { PhoneToolbar } from '../phone-toolbar.tsx'
import { useAllName } from '../views/use-all-name.ts'
import type { ViewBarProps } from '../views/view-bar.tsx'
import classes from './list-phone-bar.module.css'

const ViewSheet = lazy(async () => ({ default: (await import('../views/view-sheet.tsx')).ViewSheet }))

interface ListPhoneBarProps extends ViewBarProps {
  readonly filter: FilterBarProps
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
}

/** Other views that stand beside the present one. */
const beside = 5

/** The view, the filter, and the next views within reach of a thumb; the search takes their place while it is open. */
export function ListPhoneBar({ filter, searching, onSearching, ...views }: ListPhoneBarProps) {
  const { object, state, actions } = views
  const { t } = useMessages()
  const allName = useAllName(object)
  const [choosing, setChoosing] = useState(false)
  const then = (act: () => void) => () => {
    setChoosing(false)
    act()
  }
  return (
    <PhoneToolbar
      search={state.search}
      onSearch={(search) => state.change({ search })}
      searching={searching}
      onSearching={onSearching}
    >
      <button
        type="button"
        className={classes.current}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      >
        <span className={classes.name}>{state.view?.name ?? allName}</span>
        {state.changed && <span className={classes.dot} role="img" aria-label={t('views.changed')} />}
        <IconChevronDown size={16} aria-hidden />
      </button>
      <FilterSheetChip filter={filter} />
      {actions.views
        .filter(({ id }) => id !== state.view?.id)
        .slice(0, beside)
        .map((view) => (
          <Link
            key={view.id}
            to="/o/$object"
            params={{ object: object.name }}
            search={{ view: view.id }}
            className={classes.other ?? ''}
          >
            <span className={classes.name}>{view.name}</span>
          </Link>
        ))}
      <Suspense>
        {choosing && (
          <ViewSheet
            {...views}
            onNew={then(views.onNew)}
            onRename={(view) => then(() => views.onRename(view))()}
            onSave={then(views.onSave)}
            onClose={() => setChoosing(false)}
          />
        )}
      </Suspense>
    </PhoneToolbar>
  )
}
