import { IconFilter, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useFilter } from './filter/use-filter.ts'

/** How a list is narrowed: by a filter and by words that are searched for, each with its key and its command. */
export function useNarrowing(object: CatalogueObject, text: string, onText: (text: string) => void) {
  const { t } = useMessages()
  const filter = useFilter(text, object, onText)
  const [filtering, setFiltering] = useState(false)
  const [searching, setSearching] = useState(false)
  useKeys({ f: () => setFiltering(true), '/': () => setSearching(true) })
  useCommandsOfPage([
    {
      id: 'filter',
      title: t('records.filter'),
      words: 'filter',
      icon: <IconFilter aria-hidden />,
      keyHint: 'F',
      place: 20,
      run: () => setFiltering(true),
    },
    {
      id: 'search',
      title: t('records.searchList'),
      words: 'search find',
      icon: <IconSearch aria-hidden />,
      keyHint: '/',
      place: 21,
      run: () => setSearching(true),
    },
  ])
  return {
    filter,
    search: { searching, onSearching: setSearching },
    bar: {
      object,
      filter: filter.filter,
      onChange: filter.change,
      onType: filter.type,
      opened: filtering,
      onOpened: setFiltering,
    },
  }
}
