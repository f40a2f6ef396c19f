import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue } from '#web/data/index.ts'
import { MenuItem } from '#web/design/menu-item.tsx'
import { Tabs } from '#web/design/tabs.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { History } from '../history/history.tsx'
import { RecordFields } from './record-fields.tsx'
import classes from './record-tabs.module.css'
import { type Related, relatedLists } from './related.ts'
import { RelatedPanel } from './related-panel.tsx'
import { TimelinePanel } from './timeline-panel.tsx'
import type { InlineEdit } from './use-inline-edit.ts'
import { useRelatedCounts } from './use-related-counts.ts'

interface RecordTabsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
  /** Where there is no room for them at the left, the fields are a tab among the others. */
  readonly withFields: boolean
  readonly current: string
  readonly onChange: (tab: string) => void
}

const mostTabs = 12
const shownInTab = 50

/** What happened, related lists, history: one at a time. Lists that are empty stand in a menu behind the others. */
export function RecordTabs({ object, record, edit, withFields, current, onChange }: RecordTabsProps) {
  const { t, label } = useMessages()
  const panelId = useId()
  const { about, pointing } = relatedLists(useCatalogue(), object)
  // Activities are what the timeline tells.
  const lists = [...pointing, ...about.filter((one) => one.object.name !== 'activity')].slice(0, mostTabs)
  const counts = useRelatedCounts(lists, record.id)
  const isEmpty = (_related: Related, index: number) => counts[index] === undefined || counts[index] === 0
  const filled = lists.filter((related, index) => !isEmpty(related, index) || related.key === current)
  const empty = lists.filter((related) => !filled.includes(related))
  const tabs = [
    { name: 'timeline', label: t('activity.timeline') },
    ...(withFields ? [{ name: 'details', label: t('records.details') }] : []),
    ...filled.map((related) => ({
      name: related.key,
      label: label(related.label),
      count: counts[lists.indexOf(related)] || undefined,
    })),
    { name: 'history', label: t('records.history') },
  ]
  const chosen = lists.find((related) => related.key === current)
  const known = tabs.some(({ name }) => name === current) ? current : 'timeline'
  return (
    <div className={classes.tabs}>
      <div className={classes.row}>
        <div className={classes.list}>
          <Tabs
            tabs={tabs}
            current={known}
            onChange={onChange}
            label={t('records.sections')}
            panelId={panelId}
          />
        </div>
        {empty.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className={classes.more} aria-label={t('activity.moreLists')}>
                {t('design.more')}
                <IconChevronDown aria-hidden />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {empty.map((related) => (
                <MenuItem key={related.key} onClick={() => onChange(related.key)}>
                  {label(related.label)}
                </MenuItem>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div id={panelId} role="tabpanel" className={classes.panel} data-tab={known}>
        {known === 'details' ? (
          <RecordFields object={object} record={record} edit={edit} />
        ) : known === 'history' ? (
          <History object={object} record={record} />
        ) : chosen === undefined ? (
          <TimelinePanel object={object} record={record} />
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
