import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { Tabs } from '#web/design/tabs.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { History } from '../history/history.tsx'
import classes from './record.module.css'
import { RecordFields } from './record-fields.tsx'
import { relatedLists } from './related.ts'
import { RelatedPanel } from './related-panel.tsx'
import type { InlineEdit } from './use-inline-edit.ts'
import { useRelatedCounts } from './use-related-counts.ts'

interface RecordTabsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
  /** On a phone the fields are a tab among the others. */
  readonly phone: boolean
}

const mostTabs = 6
const shownInTab = 50

/** What happened and is to be done, related lists, history: one at a time. */
export function RecordTabs({ object, record, edit, phone }: RecordTabsProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const panelId = useId()
  const { about, pointing } = relatedLists(catalogue, object)
  const lists = [...about, ...pointing].slice(0, mostTabs)
  const [current, setCurrent] = useState(about[0]?.key ?? (phone ? 'details' : 'history'))
  const counts = useRelatedCounts(lists, record.id)
  const listTabs = lists.map((related, index) => ({
    name: related.key,
    label: label(related.label),
    count: counts[index],
  }))
  const leading = about.length > 0 ? 1 : 0
  const tabs = [
    ...listTabs.slice(0, leading),
    ...(phone ? [{ name: 'details', label: t('records.details') }] : []),
    ...listTabs.slice(leading),
    { name: 'history', label: t('records.history') },
  ]
  const chosen = lists.find((related) => related.key === current)
  return (
    <div className={classes.tabs}>
      <Tabs
        tabs={tabs}
        current={chosen === undefined && current !== 'details' ? 'history' : current}
        onChange={setCurrent}
        label={t('records.sections')}
        panelId={panelId}
      />
      <div id={panelId} role="tabpanel" className={classes.tabPanel} data-tab={current}>
        {current === 'details' && phone ? (
          <RecordFields object={object} record={record} edit={edit} />
        ) : chosen === undefined ? (
          <History object={object} record={record} />
        ) : (
          <RelatedPanel
            key={chosen.key}
            related={chosen}
            object={object}
            record={record}
            limit={shownInTab}
            whole
          />
        )}
      </div>
    </div>
  )
}
