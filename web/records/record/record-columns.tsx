import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { SplitPane } from '#web/design/split-pane.tsx'
import { NextTasks } from './next-tasks.tsx'
import { PointedPanels, pointedBy } from './pointed-panels.tsx'
import classes from './record-columns.module.css'
import { RecordFields } from './record-fields.tsx'
import { RecordTabs } from './record-tabs.tsx'
import { type Related, relatedLists } from './related.ts'
import { RelatedPanel } from './related-panel.tsx'
import type { InlineEdit } from './use-inline-edit.ts'

interface RecordColumnsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
  readonly tab: string
  readonly onTab: (tab: string) => void
}

const isTask = ({ object }: Related) => object.name === 'task'
const listsAtTheRight = 5
const shownAtTheRight = 4
const immediately = { getInitialValueInEffect: false }

/** Fields, what happened, and what belongs to the record. Without the room for it a column is among the tabs. */
export function RecordColumns({ object, record, edit, tab, onTab }: RecordColumnsProps) {
  const withFields = useMediaQuery('(min-width: 900px), print', undefined, immediately)
  const withAside = useMediaQuery('screen and (min-width: 1181px)', undefined, immediately)
  const catalogue = useCatalogue()
  const { about, pointing } = relatedLists(catalogue, object)
  const pointed = pointedBy(catalogue, object, record)
  const lists = pointing.toSorted((a, b) => Number(a.object === object) - Number(b.object === object))
  const tabs = (
    <RecordTabs
      object={object}
      record={record}
      edit={edit}
      withFields={!withFields}
      current={tab}
      onChange={onTab}
    />
  )
  const aside: ReactNode = (
    <aside className={classes.aside}>
      <NextTasks object={object} record={record} />
      <PointedPanels object={object} record={record} />
      {lists.slice(0, listsAtTheRight).map((related) => (
        <RelatedPanel
          key={related.key}
          related={related}
          object={object}
          record={record}
          limit={shownAtTheRight}
        />
      ))}
    </aside>
  )
  const middle =
    withAside && lists.length + pointed.length + about.filter(isTask).length > 0 ? (
      <div className={classes.middle}>
        {tabs}
        {aside}
      </div>
    ) : (
      tabs
    )
  if (!withFields) return tabs
  return (
    <SplitPane
      name="record-fields"
      side={<RecordFields object={object} record={record} edit={edit} />}
      initial={284}
      least={240}
      most={480}
    >
      {middle}
    </SplitPane>
  )
}
