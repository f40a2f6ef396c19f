import { Popover } from '@mantine/core'
import { IconArrowsSort } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '#web/design/button.tsx'
import { type PageCommand, useCommandsOfPage } from '#web/design/commands.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { readSort } from '../sort.ts'
import type { SortedProps } from './sort-panel.tsx'
import classes from './toolbar.module.css'

export const SortPanel = lazy(async () => ({ default: (await import('./sort-panel.tsx')).SortPanel }))

export const sortCommand = (title: string, run: () => void): PageCommand => ({
  id: 'sort',
  title,
  words: 'sort order',
  icon: <IconArrowsSort aria-hidden />,
  place: 22,
  run,
})

/** Sorting by several fields; the button says by how many. */
export function SortMenu({ object, state }: SortedProps) {
  const { t } = useMessages()
  const [opened, setOpened] = useState(false)
  useCommandsOfPage([sortCommand(t('records.sort'), () => setOpened(true))])
  const count = readSort(state.definition.sort).length
  return (
    <Popover opened={opened} onChange={setOpened} width={400} position="bottom-end" trapFocus returnFocus>
      <span className={classes.button}>
        <Popover.Target>
          <Button
            variant="subtle"
            icon={IconArrowsSort}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {t('records.sort')}
          </Button>
        </Popover.Target>
        {count > 0 && <span className={classes.count}>{count}</span>}
      </span>
      <Popover.Dropdown p={0} aria-label={t('records.sort')}>
        <Suspense fallback={<div className={classes.loading} />}>
          <SortPanel object={object} state={state} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
