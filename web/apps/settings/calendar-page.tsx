import { useId } from 'react'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'
import { useSettings } from '#web/data/use-session.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './calendar-page.module.css'
import { readClock } from './clock-time.ts'
import { ExceptionsEditor } from './exceptions-editor.tsx'
import { SettingLine } from './setting-line.tsx'
import { SettingsPage } from './settings-page.tsx'
import { TextSetting } from './text-setting.tsx'
import { useSettingChange } from './use-setting-change.ts'
import { WorkdayToggles } from './workday-toggles.tsx'

/** The week, the hours, and the days that differ. */
export function Component() {
  const { t } = useMessages()
  const id = useId()
  const { calendar } = useSettings()
  const save = useSettingChange()
  const change = (part: Partial<WorkingCalendar>) => save({ calendar: { ...calendar, ...part } })

  return (
    <SettingsPage title={t('settings.calendar')}>
      <SettingLine label={t('settings.workdays')}>
        <WorkdayToggles workdays={calendar.workdays} onChange={(workdays) => change({ workdays })} />
      </SettingLine>
      <SettingLine label={t('settings.hours')}>
        <div className={classes.hours}>
          <TextSetting
            id={`${id}opens`}
            read={readClock}
            aria-label={t('settings.opens')}
            value={calendar.opens}
            onSave={(opens) => change({ opens })}
          />
          <span aria-hidden>–</span>
          <TextSetting
            id={`${id}closes`}
            read={readClock}
            aria-label={t('settings.closes')}
            value={calendar.closes}
            onSave={(closes) => change({ closes })}
          />
        </div>
      </SettingLine>
      <ExceptionsEditor exceptions={calendar.exceptions} onChange={(exceptions) => change({ exceptions })} />
    </SettingsPage>
  )
}
