import { IconMenu2, IconPlus, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { navigationGroups } from './navigation-groups.ts'
import classes from './phone-bar.module.css'
import { PhoneCreateSheet } from './phone-create-sheet.tsx'
import { PhoneMoreSheet } from './phone-more-sheet.tsx'
import { useCreateHere } from './use-create-here.ts'

type Sheet = 'create' | 'more' | undefined

/** The foot of a phone: two objects, create in the middle, search, everything else. */
export function PhoneBar({ onSearch }: { onSearch: () => void }) {
  const { t, label } = useMessages()
  const groups = navigationGroups(useCatalogue())
  const createHere = useCreateHere()
  const [sheet, setSheet] = useState<Sheet>()
  const first = groups
    .flatMap((group) => group.objects)
    .filter(({ name }) => name === 'company' || name === 'deal')
  const close = () => setSheet(undefined)

  return (
    <nav className={classes.bar} aria-label={t('shell.navigation')}>
      {first.map((object, index) => (
        <Link
          key={object.name}
          to="/o/$object"
          params={{ object: object.name }}
          className={classes.item}
          style={{ order: index }}
          activeOptions={{ includeSearch: false }}
        >
          <ObjectIcon name={object.icon} size={22} />
          {label(object.pluralLabel ?? object.label)}
        </Link>
      ))}
      <button
        type="button"
        className={classes.create}
        aria-label={t('shell.create')}
        onClick={() => (createHere ? createHere() : setSheet('create'))}
      >
        <IconPlus aria-hidden />
      </button>
      <button type="button" className={classes.item} style={{ order: 4 }} onClick={onSearch}>
        <IconSearch aria-hidden />
        {t('design.search')}
      </button>
      <button
        type="button"
        className={classes.item}
        style={{ order: 5 }}
        aria-haspopup="dialog"
        onClick={() => setSheet('more')}
      >
        <IconMenu2 aria-hidden />
        {t('shell.more')}
      </button>
      <PhoneCreateSheet opened={sheet === 'create'} onClose={close} groups={groups} />
      <PhoneMoreSheet opened={sheet === 'more'} onClose={close} groups={groups} />
    </nav>
  )
}
