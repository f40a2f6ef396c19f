import { IconPencil, IconTag, IconTrash, IconUserPlus, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TotalFunction } from '#shared/metadata/view.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from '../list/columns.ts'
import { useTotals } from '../list/list-footer.tsx'
import type { ListSearch } from '../list/use-list.ts'
import type { Selection } from '../list/use-selection.ts'
import type { BulkRequest } from '../list/use-table-acts.ts'
import { AssignPanel } from './assign-panel.tsx'
import classes from './bulk.module.css'
import { BulkMore } from './bulk-more.tsx'
import { EditPanel } from './edit-panel.tsx'
import { TagsPanel } from './tags-panel.tsx'
import { useBulkWrites } from './use-bulk-writes.ts'
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

type Panel = BulkRequest | 'tags'

/** What is done with the chosen records, above the totals: how many, their sum, and one change for all of them. */
export function BulkBar(props: BulkBarProps) {
  const { object, columns, totals, search, selection, ticked, more, request, onRequested } = props
  const { t } = useMessages()
  const [panel, setPanel] = useState<Panel>()
  const figures = useTotals(object.name, columns, totals, search)
  const sum = useSelectionSum(columns, totals, ticked, selection.everything ? figures : undefined)
  const writes = useBulkWrites({ object, selection, ticked, search })
  useEffect(() => {
    if (request === undefined) return
    setPanel(request)
    onRequested?.()
  }, [request, onRequested])
  const total = Number(figures?.count ?? ticked.length)
  const count = selection.everything ? total : selection.ids.size
  const owner = object.fieldByName.get('owner')
  const tags = object.fields.find(({ type, writable }) => type === 'tags' && writable)
  const close = () => {
    setPanel(undefined)
    props.onDone?.()
  }
  const shared = { object, count, ticked, writes, onClose: close }
  const toggle = (wanted: Panel) => setPanel((old) => (old === wanted ? undefined : wanted))
  const widens = selection.state === 'all' && !selection.everything && more && total > selection.ids.size
  return (
    <div className={classes.place} data-floating>
      {panel === 'assign' && owner !== undefined && <AssignPanel {...shared} field={owner} />}
      {panel === 'edit' && <EditPanel {...shared} />}
      {panel === 'tags' && tags !== undefined && <TagsPanel {...shared} field={tags} />}
      <div className={classes.bar} role="toolbar" aria-label={t('records.selected', { count })}>
        <strong aria-live="polite">
          {selection.everything ? t('table.everythingSelected', { count }) : t('records.selected', { count })}
        </strong>
        {sum !== undefined && (
          <span className={classes.sum} title={sum.exact}>
            {t('records.sum')} {sum.short}
          </span>
        )}
        {widens && (
          <Button variant="subtle" onClick={selection.selectEverything}>
            {t('table.selectEverything', { count: total })}
          </Button>
        )}
        <span className={classes.rule} />
        {owner !== undefined && (
          <Button variant="subtle" icon={IconUserPlus} keyHint="A" onClick={() => toggle('assign')}>
            {t('table.assign')}
          </Button>
        )}
        <Button variant="subtle" icon={IconPencil} keyHint="E" onClick={() => toggle('edit')}>
          {t('table.editField')}
        </Button>
        {tags !== undefined && (
          <Button
            variant="subtle"
            icon={IconTag}
            disabledReason={selection.everything ? t('table.tagsOnlyLoaded') : undefined}
            onClick={() => toggle('tags')}
          >
            {t('table.tags')}
          </Button>
        )}
        <BulkMore object={object} columns={columns} search={search} selection={selection} />
        <span className={classes.rule} />
        <Button
          variant="subtle"
          icon={IconTrash}
          className={classes.harm}
          onClick={() => writes.deleteAll(count)}
        >
          {t('records.delete')}
        </Button>
        <IconButton
          icon={IconX}
          label={t('records.clearSelection')}
          keyHint="Esc"
          onClick={selection.clear}
        />
      </div>
    </div>
  )
}
