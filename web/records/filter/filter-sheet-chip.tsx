import { IconFilter } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { countOf } from './filter.ts'
import type { FilterBarProps } from './filter-bar.tsx'
import classes from './filter-sheet-chip.module.css'

const FilterSheet = lazy(async () => ({ default: (await import('./filter-sheet.tsx')).FilterSheet }))

/** Opens the filter on a phone, and says how many conditions it has. */
export function FilterSheetChip({ filter }: { filter: FilterBarProps }) {
  const { t } = useMessages()
  const count = countOf(filter.filter)
  return (
    <>
      <button
        type="button"
        className={classes.chip}
        aria-haspopup="dialog"
        aria-label={count > 0 ? t('records.filterCount', { count }) : undefined}
        onClick={() => filter.onOpened(true)}
      >
        <IconFilter size={16} aria-hidden />
        {t('records.filter')}
        {count > 0 && <strong className={classes.count}>{count}</strong>}
      </button>
      <Suspense>{filter.opened && <FilterSheet {...filter} />}</Suspense>
    </>
  )
}
