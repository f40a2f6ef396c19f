import { Switch } from '@mantine/core'
import { useId } from 'react'
import { type AlertSettings, alertMinutes, alertSettings } from '#shared/metadata/alert-settings.ts'
import { useSettings } from '#web/data/use-session.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingLine } from '../setting-line.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { TextSetting } from '../text-setting.tsx'
import { useSettingChange } from '../use-setting-change.ts'
import { readThreshold } from './threshold.ts'

const switches = ['outsideHours', 'newDevice'] as const
const thresholds = ['failures', 'exported', 'read', 'changed', 'deleted'] as const

/** What administrators are told of at once. */
export function Component() {
  const { t } = useMessages()
  const id = useId()
  const alerts = alertSettings.of(useSettings())
  const save = useSettingChange()
  const change = (part: Partial<AlertSettings>) => save({ alerts: { ...alerts, ...part } })
  return (
    <SettingsPage title={t('audit.alerts')} detail={t('audit.alertsDetail')}>
      {switches.map((name) => (
        <SettingLine key={name} label={t(`audit.${name}`)} help={t(`audit.${name}Help`)}>
          <Switch
            label={t('audit.notify')}
            aria-label={`${t(`audit.${name}`)}: ${t('audit.notify')}`}
            checked={alerts[name]}
            onChange={(event) => change({ [name]: event.target.checked })}
          />
        </SettingLine>
      ))}
      {thresholds.map((name) => (
        <SettingLine
          key={name}
          label={t(`audit.${name}`)}
          help={t(`audit.${name}Help`, { minutes: alertMinutes })}
          controlId={`${id}${name}`}
        >
          <TextSetting
            id={`${id}${name}`}
            value={String(alerts[name])}
            read={readThreshold(name === 'failures' ? 1_000 : 10_000_000)}
            onSave={(text) => change({ [name]: Number(text) })}
          />
        </SettingLine>
      ))}
    </SettingsPage>
  )
}
