import { Menu } from '@mantine/core'
import { languages } from '#shared/language.ts'
import { useLanguageChoice } from '#web/data/use-language-choice.ts'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** The languages as lines of a menu. */
export function LanguageChoices() {
  const { t, language: current } = useMessages()
  const choose = useLanguageChoice()
  return (
    <>
      <Menu.Label>{t('shell.language')}</Menu.Label>
      {languages.map((language) => (
        <MenuChoice key={language} checked={language === current} onClick={() => choose(language)}>
          {languageNames[language]}
        </MenuChoice>
      ))}
    </>
  )
}
