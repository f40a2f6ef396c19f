import { Menu } from '@mantine/core'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { themes } from '#web/design/themes.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useThemeChoice } from '#web/records/look/use-theme-choice.ts'

/** Light, dark, or as the system is, as lines of a menu. */
export function ThemeChoices() {
  const { t } = useMessages()
  const { theme, setTheme } = useThemeChoice()
  return (
    <>
      <Menu.Label>{t('shell.theme')}</Menu.Label>
      {themes.map(({ name, title, icon }) => (
        <MenuChoice key={name} icon={icon} checked={name === theme} onClick={() => setTheme(name)}>
          {t(title)}
        </MenuChoice>
      ))}
    </>
  )
}
