import {
  IconBell,
  IconCalendar,
  IconKey,
  IconLayoutKanban,
  IconLock,
  IconRipple,
  IconSettings,
  IconShare,
  IconShieldHalf,
  IconShieldLock,
  IconTable,
  IconTrash,
  IconUpload,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ViewKind } from '#shared/metadata/view.ts'
import { mayOpenSettings } from '#web/data/settings-pages.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useMay } from '#web/data/use-may.ts'
import { viewsQuery } from '#web/data/use-views.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { goKeyOf } from '../keys/go-keys.ts'
import { navigationGroups } from '../navigation-groups.ts'
import { places } from '../places.ts'
import { useOwnPools } from '../use-own-pools.ts'
import type { Command } from './command.ts'

const viewIcons = {
  list: IconTable,
  board: IconLayoutKanban,
  calendar: IconCalendar,
} satisfies Record<ViewKind, unknown>

const settingsPages = [
  { to: '/settings/workspace', title: 'settings.workspace', icon: IconSettings, words: 'settings workspace' },
  { to: '/settings/calendar', title: 'settings.calendar', icon: IconCalendar, words: 'settings holidays' },
  { to: '/settings/members', title: 'settings.members', icon: IconUsers, words: 'settings members users' },
  { to: '/settings/roles', title: 'access.roles', icon: IconShieldHalf, words: 'settings roles permissions' },
  { to: '/settings/sharing-rules', title: 'access.sharingRules', icon: IconShare, words: 'settings sharing' },
  { to: '/settings/pools', title: 'pools.title', icon: IconRipple, words: 'settings pools' },
  { to: '/settings/audit', title: 'audit.title', icon: IconShieldLock, words: 'settings audit log' },
  { to: '/settings/alerts', title: 'audit.alerts', icon: IconBell, words: 'settings alerts security' },
  { to: '/settings/profile', title: 'settings.profile', icon: IconUserCircle, words: 'settings profile' },
  { to: '/settings/security', title: 'auth.security', icon: IconLock, words: 'settings security password' },
  { to: '/settings/keys', title: 'settings.apiKeys', icon: IconKey, words: 'settings api keys' },
] as const

/** Every place: objects, their views and bins, pages, settings. Views are asked for once something was typed. */
export function usePlaceCommands(typed: boolean): readonly Command[] {
  const { t, label } = useMessages()
  const navigate = useNavigate()
  const may = useMay()
  const pools = useOwnPools()
  const objects = navigationGroups(useCatalogue()).flatMap((group) => group.objects)
  const views = useQueries({
    queries: objects.map(({ name }) => ({ ...viewsQuery(name), enabled: typed })),
  })
  const nameOf = (object: (typeof objects)[number]) => label(object.pluralLabel ?? object.label)
  const withKey = (place: string) => {
    const key = goKeyOf(place)
    return key === undefined ? {} : { keyHint: key }
  }

  return [
    ...places.map(
      ({ name, to, title, icon: Icon, words }): Command => ({
        id: `go ${name}`,
        group: 'shell.goTo',
        title: t(title),
        words,
        icon: <Icon aria-hidden />,
        ...withKey(name),
        run: () => void navigate({ to }),
      }),
    ),
    ...objects.map(
      (object): Command => ({
        id: `list ${object.name}`,
        group: 'shell.goTo',
        title: nameOf(object),
        words: `${object.name} ${Object.values(object.label).join(' ')}`,
        icon: <ObjectIcon name={object.icon} />,
        ...withKey(object.name),
        run: () => void navigate({ to: '/o/$object', params: { object: object.name } }),
      }),
    ),
    ...pools.map(
      ({ id, name, object }): Command => ({
        id: `pool ${id}`,
        group: 'shell.goTo',
        title: name,
        words: `pool ${object} ${t('pools.title')}`,
        icon: <IconRipple aria-hidden />,
        hint: t('pools.title'),
        run: () => void navigate({ to: '/pools/$pool', params: { pool: id } }),
      }),
    ),
    ...objects.flatMap((object, index) =>
      (views[index]?.data ?? []).map((view): Command => {
        const Icon = viewIcons[view.kind]
        return {
          id: `view ${view.id}`,
          group: 'shell.goTo',
          title: view.name,
          words: object.name,
          icon: <Icon aria-hidden />,
          hint: nameOf(object),
          run: () =>
            void navigate({ to: '/o/$object', params: { object: object.name }, search: { view: view.id } }),
        }
      }),
    ),
    ...settingsPages
      .filter(({ to }) => mayOpenSettings(to, may))
      .map(
        ({ to, title, icon: Icon, words }): Command => ({
          id: `go ${to}`,
          group: 'shell.settings',
          title: t(title),
          words: `${words} ${t('shell.settings')}`,
          icon: <Icon aria-hidden />,
          hint: t('shell.settings'),
          run: () => void navigate({ to }),
        }),
      ),
    ...(typed
      ? objects.map(
          (object): Command => ({
            id: `bin ${object.name}`,
            group: 'shell.goTo',
            title: t('shell.binOf', { objects: nameOf(object) }),
            words: 'bin trash deleted',
            icon: <IconTrash aria-hidden />,
            run: () => void navigate({ to: '/o/$object/bin', params: { object: object.name } }),
          }),
        )
      : []),
    {
      id: 'go import',
      group: 'shell.actions',
      title: t('shell.import'),
      words: 'import csv excel',
      icon: <IconUpload aria-hidden />,
      run: () => void navigate({ to: '/import/{-$object}', params: { object: undefined } }),
    },
  ]
}
