import { useId, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { Tabs } from '../tabs.tsx'
import classes from './gallery.module.css'

/** Tabs with their panel. */
export function GalleryTabs() {
  const { t } = useMessages()
  const panelId = useId()
  const [tab, setTab] = useState<'a' | 'b'>('a')
  return (
    <>
      <Tabs
        label={t('design.sampleLevel')}
        panelId={panelId}
        current={tab}
        onChange={setTab}
        tabs={[
          { name: 'a', label: t('design.sampleLevelA') },
          { name: 'b', label: t('design.sampleLevelB'), count: 3 },
        ]}
      />
      <div id={panelId} role="tabpanel" className={classes.panel} aria-label={t('design.sampleLevel')}>
        {t(tab === 'a' ? 'design.sampleLevelADetail' : 'design.sampleLevelBDetail')}
      </div>
    </>
  )
}
