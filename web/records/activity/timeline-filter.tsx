import { IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { composing } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './timeline-filter.module.css'

interface TimelineFilterProps {
  readonly kinds: readonly string[]
  readonly onKinds: (kinds: readonly string[]) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  /** Whether anything but changes can happen to such records. */
  readonly withActivities: boolean
}

const none: readonly string[] = []
/** All that the change log tells by itself. */
const changes = ['change', 'created', 'deleted', 'restored', 'link'] as const

/** Which kinds of entries are shown, one at a time or all; and the words they hold. */
export function TimelineFilter({ kinds, onKinds, search, onSearch, withActivities }: TimelineFilterProps) {
  const { t, label } = useMessages()
  const options = useCatalogue().find('activity')?.fieldByName.get('kind')?.options ?? []
  const [searching, setSearching] = useState(search !== '')
  const current = kinds.join()
  const choices = [
    { name: t('activity.all'), kinds: none },
    ...(withActivities
      ? options.map((option) => ({ name: label(option.label), kinds: [option.value] }))
      : []),
    ...(withActivities ? [{ name: t('activity.tasksOnly'), kinds: ['task'] }] : []),
    { name: t('activity.changesOnly'), kinds: changes },
  ]
  if (searching)
    return (
      <div className={classes.bar}>
        <IconSearch aria-hidden className={classes.icon} />
        <input
          className={classes.search}
          type="search"
          aria-label={t('activity.search')}
          placeholder={t('activity.search')}
          // biome-ignore lint/a11y/noAutofocus: whoever asks for the search types into it
          autoFocus
          value={search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || composing(event)) return
            event.preventDefault()
            event.stopPropagation()
            onSearch('')
            setSearching(false)
          }}
        />
        <IconButton
          icon={IconX}
          label={t('activity.closeSearch')}
          onClick={() => {
            onSearch('')
            setSearching(false)
          }}
        />
      </div>
    )
  return (
    <div className={classes.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row that scrolls */}
      <div className={classes.kinds} role="group" aria-label={t('activity.filterLabel')}>
        {choices.map((choice) => (
          <button
            key={choice.name}
            type="button"
            className={classes.kind}
            aria-pressed={choice.kinds.join() === current}
            onClick={() => onKinds(choice.kinds)}
          >
            {choice.name}
          </button>
        ))}
      </div>
      <IconButton icon={IconSearch} label={t('activity.search')} onClick={() => setSearching(true)} />
    </div>
  )
}
