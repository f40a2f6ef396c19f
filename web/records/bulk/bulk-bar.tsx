import { useEffect, useRef } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from '../list/columns.ts'
import { useTotals } from '../list/list-footer.tsx'
import type { ListSearch } from '../list/use-list.ts'
import type { Selection } from '../list/use-selection.ts'
import type { BulkRequest } from '../list/use-table-acts.ts'
import { ActButtons } from './act-buttons.tsx'
import classes from './bulk.module.css'
import { useBulkActs } from './use-bulk-acts.tsx'
import { useSelectionSum } from './use-selection-sum.ts'

interface BulkBarProps {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly totals: Readonly<Record<string, TotalFunction>> | undefined
  readonly search: ListSearch
  readonly selection: Selection
  readonly ticked: readonly RecordData[]
  /** Whether the list has more than was loaded. */
  readonly more: boolean
  /** What a key asked for. */
  readonly request?: BulkRequest | undefined
  readonly onRequested?: () => void
  /** Where the focus goes when a panel is done. */
  readonly onDone?: () => void
}

const keys = { assign: 'A', edit: 'E', clear: 'Esc' } as const

/** What is done with the chosen records, above the totals: how many, their sum, and one change for all of them. */
export function BulkBar(props: BulkBarProps) {
  const { object, columns, totals, search, selection, ticked, more, request, onRequested, onDone } = props
  const { t } = useMessages()
  const figures = useTotals(object.name, columns, totals, search)
  const sum = useSelectionSum(columns, totals, ticked, selection.everything ? figures : undefined)
  const total = Number(figures?.count ?? ticked.length)
  const { everything, ids, clear } = selection
  const count = everything ? total : ids.size
  const { acts, open, panel } = useBulkActs({
    chosen: { object, everything, ids, ticked, search, clear },
    count,
    keys,
    paths: columns.map(({ path }) => path),
    onDone,
  })
  const openNow = useRef(open)
  openNow.current = open
  useEffect(() => {
    if (request === undefined) return
    openNow.current(request)
    onRequested?.()
  }, [request, onRequested])
  const widens = selection.state === 'all' && !everything && more && total > ids.size
  const widen = t('table.selectEverything', { count: total })
  useCommandsOfPage(
    widens ? [{ id: 'chosen everything', title: widen, place: 9, run: selection.selectEverything }] : [],
  )
  return (
    <div className={classes.place} data-floating>
      {panel}
      <div className={classes.bar} role="toolbar" aria-label={t('records.selected', { count })}>
        <strong aria-live="polite">
          {everything ? t('table.everythingSelected', { count }) : t('records.selected', { count })}
        </strong>
        {sum !== undefined && (
          <span className={classes.sum} title={sum.exact}>
            {t('records.sum')} {sum.short}
          </span>
        )}
        {widens && (
          <Button variant="subtle" onClick={selection.selectEverything}>
            {widen}
          </Button>
        )}
        <span className={classes.rule} />
        <ActButtons acts={acts} />
      </div>
    </div>
  )
}
