import { Menu } from '@mantine/core'
import { languages } from '#shared/language.ts'
import { MenuItem } from '#web/design/menu-item.tsx'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** The languages as lines of a menu. */
export function LanguageChoices() {
  const { t, language: current, setLanguage } = useMessages()
  return (
    <>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {languages.map((language) => (
        <MenuItem key={language} checked={language === current} onClick={() => void setLanguage(language)}>
          {languageNames[language]}
        </MenuItem>
      ))}
    </>
  )
}
