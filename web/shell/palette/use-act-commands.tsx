import {
  IconBaselineDensityMedium,
  IconEye,
  IconEyeOff,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebar,
  IconLogout,
  IconMessagePlus,
  IconPlus,
} from '@tabler/icons-react'
import { languages } from '#shared/language.ts'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useLanguageChoice } from '#web/data/use-language-choice.ts'
import { useMay } from '#web/data/use-may.ts'
import { useSignOut } from '#web/data/use-session-changes.ts'
import { endViewAs, viewedAs } from '#web/data/view-as.ts'
import { densities } from '#web/design/density.ts'
import { themes } from '#web/design/themes.ts'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '#web/records/activity/open-composer.ts'
import { inSentence } from '#web/records/in-sentence.ts'
import { useDensity } from '#web/records/look/use-density.ts'
import { useThemeChoice } from '#web/records/look/use-theme-choice.ts'
import { askWhomToViewAs } from '#web/records/share/view-as-asked.ts'
import { navigationGroups } from '../navigation-groups.ts'
import { useCreateRecordOf } from '../use-create-record-of.ts'
import { useNavigationState } from '../use-navigation-state.ts'
import type { Command } from './command.ts'

/** All that can be done from anywhere: what happened, a new record, how things look. */
export function useActCommands(onKeys: () => void): readonly Command[] {
  const { t, label, language } = useMessages()
  const chooseLanguage = useLanguageChoice()
  const { setTheme } = useThemeChoice()
  const { setDensity } = useDensity()
  const { rail, setRail } = useNavigationState()
  const signOut = useSignOut()
  const create = useCreateRecordOf()
  const { may, right } = useMay()
  const objects = navigationGroups(useCatalogue())
    .flatMap((group) => group.objects)
    .filter(({ name }) => may(name, 'create'))

  const act = (
    id: string,
    title: string,
    icon: Command['icon'],
    run: () => void,
    keyHint?: string,
  ): Command => ({
    id,
    group: 'shell.actions',
    title,
    words: id,
    icon,
    ...(keyHint !== undefined && { keyHint }),
    run,
  })
  const setting = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    ...act(id, title, icon, run),
    group: 'shell.settings',
  })

  return [
    ...(may('activity', 'create')
      ? [
          act(
            'log follow-up activity note',
            t('shell.logActivity'),
            <IconMessagePlus aria-hidden />,
            () => openComposer(),
            'N',
          ),
        ]
      : []),
    ...objects.map((object) =>
      act(
        `create new ${object.name}`,
        t('records.newRecord', { object: inSentence(label(object.label), language) }),
        <IconPlus aria-hidden />,
        () => create(object.name),
      ),
    ),
    act('keys shortcuts help', t('shell.keys'), <IconKeyboard aria-hidden />, onKeys, '?'),
    act(
      'navigation sidebar rail',
      t(rail ? 'shell.expand' : 'shell.collapse'),
      <IconLayoutSidebar aria-hidden />,
      () => setRail(!rail),
      '[',
    ),
    ...(right('roles') && viewedAs() === undefined
      ? [act('view as look person', t('sharing.viewAs'), <IconEye aria-hidden />, askWhomToViewAs)]
      : []),
    ...(viewedAs() === undefined
      ? []
      : [act('end view as', t('sharing.endViewAs'), <IconEyeOff aria-hidden />, endViewAs)]),
    act('sign out log out', t('shell.signOut'), <IconLogout aria-hidden />, () => signOut.mutate()),
    ...themes.map(({ name, title, icon: Icon }) =>
      setting(`theme ${name}`, t('shell.useTheme', { name: t(title) }), <Icon aria-hidden />, () =>
        setTheme(name),
      ),
    ),
    ...languages.map((choice) =>
      setting(
        `language ${choice}`,
        t('shell.useLanguage', { name: languageNames[choice] }),
        <IconLanguage aria-hidden />,
        () => chooseLanguage(choice),
      ),
    ),
    ...densities.map(({ name, title }) =>
      setting(
        `density ${name}`,
        t('shell.useDensity', { name: t(title) }),
        <IconBaselineDensityMedium aria-hidden />,
        () => setDensity(name),
      ),
    ),
  ]
}
