import { IconArrowsSort, IconSearch } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SortPanel, sortCommand } from './sort-menu.tsx'
import type { SortedProps } from './sort-panel.tsx'

interface PhoneSearchAndSortProps extends SortedProps {
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
}

/** At the top of a phone's list: what elsewhere stands among its tools. */
export function PhoneSearchAndSort({ object, state, searching, onSearching }: PhoneSearchAndSortProps) {
  const { t } = useMessages()
  const [sorting, setSorting] = useState(false)
  useCommandsOfPage([sortCommand(t('records.sort'), () => setSorting(true))])
  return (
    <>
      <IconButton
        icon={IconSearch}
        label={t('records.searchList')}
        aria-expanded={searching}
        onClick={() => onSearching(!searching)}
      />
      <IconButton icon={IconArrowsSort} label={t('records.sort')} onClick={() => setSorting(true)} />
      {sorting && (
        <Dialog opened onClose={() => setSorting(false)} title={t('records.sort')}>
          <Suspense>
            <SortPanel object={object} state={state} />
          </Suspense>
        </Dialog>
      )}
    </>
  )
}
