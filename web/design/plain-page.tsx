import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconContrast, IconLanguage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { languages } from '#shared/language.ts'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { BrandMark } from './brand-mark.tsx'
import { IconButton } from './icon-button.tsx'
import { MenuChoice } from './menu-choice.tsx'
import classes from './plain-page.module.css'
import { themes } from './themes.ts'

interface PlainPageProps {
  readonly title: string
  readonly detail?: string
  /** As wide as the window. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page of one column without navigation: for people who are not signed in. */
export function PlainPage({ title, detail, wide = false, children }: PlainPageProps) {
  const { t, language: current, setLanguage } = useMessages()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.page}>
      <title>{`${title} · ${t('shell.kith')}`}</title>
      <header className={classes.corner}>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconLanguage} label={t('shell.language')} />
          </Menu.Target>
          <Menu.Dropdown>
            {languages.map((language) => (
              <MenuChoice
                key={language}
                checked={language === current}
                onClick={() => void setLanguage(language)}
              >
                {languageNames[language]}
              </MenuChoice>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconContrast} label={t('shell.theme')} />
          </Menu.Target>
          <Menu.Dropdown>
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
          </Menu.Dropdown>
        </Menu>
      </header>
      <main className={classes.column} data-wide={wide || undefined}>
        <BrandMark size={32} />
        <h1 className={classes.title}>{title}</h1>
        {detail !== undefined && <p className={classes.detail}>{detail}</p>}
        {children}
      </main>
    </div>
  )
}
