import { useId } from 'react'
import { languages } from '#shared/language.ts'
import { useSettings } from '#web/data/use-session.ts'
import { Select } from '#web/design/select.tsx'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useCountryChoices, useCurrencyChoices, useTimeZoneChoices } from '#web/messages/use-place-choices.ts'
import { AccentSetting } from './accent-setting.tsx'
import { monthNames } from './calendar-names.ts'
import { SettingLine } from './setting-line.tsx'
import { SettingsPage } from './settings-page.tsx'
import { TextSetting } from './text-setting.tsx'
import { useSettingChange } from './use-setting-change.ts'

/** Name, language, time zone, currency, country, fiscal year of the workspace. */
export function Component() {
  const { t, language } = useMessages()
  const id = useId()
  const settings = useSettings()
  const change = useSettingChange()
  const months = monthNames(language).map((label, index) => ({ value: String(index + 1), label }))
  const timeZones = useTimeZoneChoices()
  const currencies = useCurrencyChoices()
  const countries = useCountryChoices()

  return (
    <SettingsPage title={t('settings.workspace')}>
      <SettingLine label={t('settings.name')} controlId={`${id}name`}>
        <TextSetting id={`${id}name`} value={settings.name} onSave={(name) => change({ name })} />
      </SettingLine>
      <SettingLine
        label={t('settings.language')}
        help={t('settings.languageHelp')}
        controlId={`${id}language`}
      >
        <Select
          id={`${id}language`}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
      </SettingLine>
      <SettingLine label={t('settings.timeZone')} controlId={`${id}zone`}>
        <Select
          id={`${id}zone`}
          choices={timeZones}
          searchable
          value={settings.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </SettingLine>
      <SettingLine
        label={t('settings.currency')}
        help={t('settings.currencyHelp')}
        controlId={`${id}currency`}
      >
        <Select
          id={`${id}currency`}
          choices={currencies}
          searchable
          value={settings.currency}
          onChange={(currency) => change({ currency })}
        />
      </SettingLine>
      <SettingLine label={t('settings.country')} help={t('settings.countryHelp')} controlId={`${id}country`}>
        <Select
          id={`${id}country`}
          choices={countries}
          searchable
          value={settings.country}
          onChange={(country) => change({ country })}
        />
      </SettingLine>
      <SettingLine label={t('settings.fiscalYearStart')} controlId={`${id}fiscal`}>
        <Select
          id={`${id}fiscal`}
          choices={months}
          value={String(settings.fiscalYearStart)}
          onChange={(month) => change({ fiscalYearStart: Number(month) })}
        />
      </SettingLine>
      <SettingLine label={t('settings.accent')} help={t('settings.accentHelp')}>
        <AccentSetting value={settings.accent} onChange={(accent) => change({ accent })} />
      </SettingLine>
    </SettingsPage>
  )
}
