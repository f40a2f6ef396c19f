import { useId } from 'react'
import type { WorkingCalendar } from '#shared/metadata/settings.ts'
import { useIsAdmin, useSettings } from '#web/data/use-session.ts'
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
  const disabled = !useIsAdmin()
  const change = (part: Partial<WorkingCalendar>) => save({ calendar: { ...calendar, ...part } })

  return (
    <SettingsPage title={t('settings.calendar')} {...(disabled && { detail: t('settings.adminsOnly') })}>
      <SettingLine label={t('settings.workdays')}>
        <WorkdayToggles
          workdays={calendar.workdays}
          disabled={disabled}
          onChange={(workdays) => change({ workdays })}
        />
      </SettingLine>
      <SettingLine label={t('settings.hours')}>
        <div className={classes.hours}>
          <TextSetting
            id={`${id}opens`}
            read={readClock}
            aria-label={t('settings.opens')}
            value={calendar.opens}
            disabled={disabled}
            onSave={(opens) => change({ opens })}
          />
          <span aria-hidden>–</span>
          <TextSetting
            id={`${id}closes`}
            read={readClock}
            aria-label={t('settings.closes')}
            value={calendar.closes}
            disabled={disabled}
            onSave={(closes) => change({ closes })}
          />
        </div>
      </SettingLine>
      <ExceptionsEditor
        exceptions={calendar.exceptions}
        disabled={disabled}
        onChange={(exceptions) => change({ exceptions })}
      />
    </SettingsPage>
  )
}
