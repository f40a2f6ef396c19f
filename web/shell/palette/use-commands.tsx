import { useMantineColorScheme } from '@mantine/core'
import { IconKey, IconLanguage, IconLogout, IconPlus, IconSettings, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { languages } from '#shared/language.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useSignOut } from '#web/data/use-session-changes.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { themes } from '#web/design/themes.ts'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '#web/records/in-sentence.ts'
import { navigationGroups } from '../navigation-groups.ts'
import type { Command } from './command.ts'

/** All that can be done from anywhere: places first, then acts. */
export function useCommands(onKeys: () => void): readonly Command[] {
  const { t, label, language, setLanguage } = useMessages()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const objects = navigationGroups(useCatalogue()).flatMap((group) => group.objects)
  const action = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    id,
    group: 'shell.actions',
    title,
    words: id,
    icon,
    run,
  })

  return [
    ...objects.map(
      (object): Command => ({
        id: `go ${object.name}`,
        group: 'shell.goTo',
        title: label(object.pluralLabel ?? object.label),
        words: `${object.name} ${Object.values(object.label).join(' ')}`,
        icon: <ObjectIcon name={object.icon} />,
        run: () => void navigate({ to: '/o/$object', params: { object: object.name } }),
      }),
    ),
    {
      id: 'settings',
      group: 'shell.goTo',
      title: t('shell.settings'),
      words: 'settings',
      icon: <IconSettings aria-hidden />,
      run: () => void navigate({ to: '/settings/workspace' }),
    },
    ...objects.map((object) =>
      action(
        `create new ${object.name}`,
        t('records.newRecord', { object: inSentence(label(object.label), language) }),
        <IconPlus aria-hidden />,
        () => void navigate({ to: '/o/$object/new', params: { object: object.name } }),
      ),
    ),
    action(
      'import',
      t('shell.import'),
      <IconUpload aria-hidden />,
      () => void navigate({ to: '/import/{-$object}', params: { object: undefined } }),
    ),
    ...languages.map((choice) =>
      action(
        `language ${choice}`,
        t('shell.useLanguage', { name: languageNames[choice] }),
        <IconLanguage aria-hidden />,
        () => void setLanguage(choice),
      ),
    ),
    ...themes.map(({ name, title, icon: Icon }) =>
      action(`theme ${name}`, t('shell.useTheme', { name: t(title) }), <Icon aria-hidden />, () =>
        setColorScheme(name),
      ),
    ),
    action('keys shortcuts', t('shell.keys'), <IconKey aria-hidden />, onKeys),
    action('sign out', t('shell.signOut'), <IconLogout aria-hidden />, () => signOut.mutate()),
  ]
}
