import { Menu, useMantineColorScheme } from '@mantine/core'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { themes } from '#web/design/themes.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Light, dark, or as the system is, as lines of a menu. */
export function ThemeChoices() {
  const { t } = useMessages()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('shell.theme')}</Menu.Label>
      {themes.map(({ name, title, icon }) => (
        <MenuChoice
          key={name}
          icon={icon}
          checked={name === colorScheme}
          onClick={() => setColorScheme(name)}
        >
          {t(title)}
        </MenuChoice>
      ))}
    </>
  )
}
