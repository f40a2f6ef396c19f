import { useId } from 'react'
import { languages } from '#shared/language.ts'
import type { ProfileChange } from '#shared/operations/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useLanguageChoice } from '#web/data/use-language-choice.ts'
import { useChangeOwnRecord } from '#web/data/use-own-record.ts'
import { useSession } from '#web/data/use-session.ts'
import { useTimeZone } from '#web/data/use-time-zone.ts'
import { densities } from '#web/design/density.ts'
import { Select } from '#web/design/select.tsx'
import { themes } from '#web/design/themes.ts'
import { showToast } from '#web/design/toast-store.ts'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useTimeZoneChoices } from '#web/messages/use-place-choices.ts'
import { useDensity } from '#web/records/look/use-density.ts'
import { useThemeChoice } from '#web/records/look/use-theme-choice.ts'
import { BrowserNotificationSetting } from './browser-notification-setting.tsx'
import { SettingLine } from './setting-line.tsx'
import classes from './settings-page.module.css'
import { SettingsPage } from './settings-page.tsx'
import { TextSetting } from './text-setting.tsx'

/** The signed-in person: name, address, language and theme. */
export function Component() {
  const { t, language } = useMessages()
  const chooseLanguage = useLanguageChoice()
  const id = useId()
  const change = useChangeOwnRecord()
  const timeZone = useTimeZone()
  const timeZones = useTimeZoneChoices()
  const { user } = useSession()
  const { theme, setTheme } = useThemeChoice()
  const { density, setDensity } = useDensity()

  const save = (values: ProfileChange) =>
    change.mutate(values, {
      onSuccess: () => showToast(t('settings.saved')),
      onError: (error) => showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' }),
    })

  return (
    <SettingsPage title={t('settings.profile')}>
      <SettingLine label={t('settings.yourName')} controlId={`${id}name`}>
        <TextSetting id={`${id}name`} value={user.name} onSave={(name) => save({ name })} />
      </SettingLine>
      {user.email && (
        <SettingLine label={t('settings.email')}>
          <span className={classes.value}>{user.email}</span>
        </SettingLine>
      )}
      {user.mobile && (
        <SettingLine label={t('settings.mobile')}>
          <span className={classes.value}>{user.mobile}</span>
        </SettingLine>
      )}
      <h3 className={classes.heading}>{t('settings.preferences')}</h3>
      <SettingLine label={t('settings.yourLanguage')} controlId={`${id}language`}>
        <Select
          id={`${id}language`}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={chooseLanguage}
        />
      </SettingLine>
      <SettingLine
        label={t('settings.timeZone')}
        help={t('settings.yourTimeZoneHelp')}
        controlId={`${id}zone`}
      >
        <Select
          id={`${id}zone`}
          choices={timeZones}
          searchable
          value={timeZone}
          onChange={(next) => save({ timeZone: next })}
        />
      </SettingLine>
      <SettingLine label={t('settings.yourTheme')} controlId={`${id}theme`}>
        <Select
          id={`${id}theme`}
          choices={themes.map(({ name, title }) => ({ value: name, label: t(title) }))}
          value={theme}
          onChange={setTheme}
        />
      </SettingLine>
      <SettingLine
        label={t('settings.yourDensity')}
        help={t('settings.yourDensityHelp')}
        controlId={`${id}density`}
      >
        <Select
          id={`${id}density`}
          choices={densities.map(({ name, title }) => ({ value: name, label: t(title) }))}
          value={density}
          onChange={setDensity}
        />
      </SettingLine>
      <BrowserNotificationSetting />
    </SettingsPage>
  )
}
