import {
  type Icon,
  IconFileTypeCsv,
  IconFileTypeXls,
  IconPencil,
  IconTag,
  IconTrash,
  IconUserPlus,
  IconX,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { ExportFormat } from '#shared/operations/exports.ts'
import { useMay } from '#web/data/index.ts'
import { neededFor, type RecordVerb } from '#web/data/record-verbs.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { type PageCommand, useCommandsOfPage } from '#web/design/commands.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AssignPanel } from './assign-panel.tsx'
import type { Chosen } from './chosen.ts'
import { EditPanel } from './edit-panel.tsx'
import { TagsPanel } from './tags-panel.tsx'
import { useBulkWrites } from './use-bulk-writes.ts'
import { useExport } from './use-export.ts'

type BulkPanelName = 'assign' | 'edit' | 'tags'

export interface BulkAct {
  readonly id: BulkPanelName | 'csv' | 'excel' | 'delete' | 'clear'
  /** On its button. */
  readonly title: string
  /** In the command palette: what it does to how many. */
  readonly command: string
  readonly icon: Icon
  readonly keyHint?: string
  /** Why it cannot be done with what is chosen. */
  readonly refusal?: string
  readonly run: () => void
}

/** What an act does to each record. */
const verbOf: Partial<Record<BulkAct['id'], RecordVerb>> = {
  assign: 'transfer',
  edit: 'update',
  tags: 'update',
  delete: 'delete',
}

interface BulkActsNeed {
  readonly chosen: Chosen
  readonly count: number
  /** The keys of the page that do the same. */
  readonly keys: Partial<Record<BulkAct['id'], string>>
  /** Columns of an export, dotted. */
  readonly paths: readonly string[]
  /** Where the focus goes when a panel is done. */
  readonly onDone?: (() => void) | undefined
}

/**
 * All that can be done with the chosen records, for buttons and, as long as they are chosen, for the command palette; and
 * the panel that the act in hand asks in.
 */
export function useBulkActs({ chosen, count, keys, paths, onDone }: BulkActsNeed) {
  const { t } = useMessages()
  const { object, everything, ids, search } = chosen
  const [open, setOpen] = useState<BulkPanelName>()
  const writes = useBulkWrites(chosen)
  const save = useExport(object.name)
  const owner = object.fieldByName.get('owner')
  const tags = object.fields.find(({ type, writable }) => type === 'tags' && writable)
  const toggle = (wanted: BulkPanelName) => () => setOpen((old) => (old === wanted ? undefined : wanted))
  const exportAs = (format: ExportFormat) => () =>
    save({
      format,
      sort: search.sort,
      fields: paths.join(','),
      ...(everything ? { filter: search.filter, search: search.search } : { ids: [...ids] }),
    })
  const { may } = useMay()
  const verbs = { update: ['edit', 'tags'], export: ['csv', 'excel'], delete: ['delete'] } as const
  const refused = new Set<string>(
    (['update', 'export', 'delete'] as const).flatMap((verb) => (may(object.name, verb) ? [] : verbs[verb])),
  )
  const transfers = owner?.writable === true && neededFor.transfer.every((verb) => may(object.name, verb))
  const all: readonly Omit<BulkAct, 'keyHint'>[] = [
    ...(transfers
      ? [
          {
            id: 'assign' as const,
            title: t('table.assign'),
            command: t('table.assignChosen', { count }),
            icon: IconUserPlus,
            run: toggle('assign'),
          },
        ]
      : []),
    {
      id: 'edit',
      title: t('table.editField'),
      command: t('table.editChosen', { count }),
      icon: IconPencil,
      run: toggle('edit'),
    },
    ...(tags !== undefined
      ? [
          {
            id: 'tags' as const,
            title: t('table.tags'),
            command: t('table.tagChosen', { count }),
            icon: IconTag,
            run: toggle('tags'),
          },
        ]
      : []),
    {
      id: 'csv',
      title: t('table.exportCsv'),
      command: t('table.exportChosenCsv', { count }),
      icon: IconFileTypeCsv,
      run: exportAs('csv'),
    },
    {
      id: 'excel',
      title: t('table.exportExcel'),
      command: t('table.exportChosenExcel', { count }),
      icon: IconFileTypeXls,
      run: exportAs('xlsx'),
    },
    {
      id: 'delete',
      title: t('records.delete'),
      command: t('table.deleteChosen', { count }),
      icon: IconTrash,
      run: () => writes.deleteAll(count),
    },
    {
      id: 'clear',
      title: t('records.clearSelection'),
      command: t('records.clearSelection'),
      icon: IconX,
      run: chosen.clear,
    },
  ]
  const mayWith = useMayWith()
  const offered = all.filter(({ id }) => !refused.has(id))
  const acts: readonly BulkAct[] = offered.map((act) => {
    const keyHint = keys[act.id]
    const verb = verbOf[act.id]
    const kept = verb === undefined ? 0 : chosen.ticked.filter((one) => !mayWith(object, one, verb)).length
    const refusal = kept === 0 ? undefined : t('records.mayNotDo', { count: kept })
    return {
      ...act,
      ...(keyHint !== undefined && { keyHint }),
      ...(refusal !== undefined && { refusal, run: () => void showToast(refusal, { tone: 'problem' }) }),
    }
  })
  useCommandsOfPage(
    acts
      .filter(({ refusal }) => refusal === undefined)
      .map(({ id, command, icon: Shape, keyHint, run }): PageCommand => {
        return {
          id: `chosen ${id}`,
          title: command,
          words: `selection bulk ${id}`,
          icon: <Shape aria-hidden />,
          place: 10,
          ...(keyHint !== undefined && { keyHint }),
          run,
        }
      }),
  )
  const close = () => {
    setOpen(undefined)
    onDone?.()
  }
  const shared = { object, count, writes, onClose: close }
  const panels: Readonly<Record<BulkPanelName, ReactNode>> = {
    assign: transfers && <AssignPanel {...shared} field={owner} />,
    edit: may(object.name, 'update') && <EditPanel {...shared} />,
    tags: tags !== undefined && <TagsPanel {...shared} field={tags} />,
  }
  return {
    acts,
    open: (wanted: BulkPanelName) => {
      const act = acts.find(({ id }) => id === wanted)
      if (act?.refusal === undefined) setOpen(wanted)
      else act.run()
    },
    panel: open === undefined ? null : panels[open],
  }
}
