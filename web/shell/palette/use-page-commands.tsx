import { IconBolt } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { pageCommands } from '#web/design/commands.ts'
import type { Command } from './command.ts'

/** What the page in view offers: acts on its selection, on its record, on its view. */
export function usePageCommands(): readonly Command[] {
  const offered = useSyncExternalStore(pageCommands.subscribe, pageCommands.get)
  return offered.map(({ id, title, icon, keyHint, words = '', further, run }) => ({
    id: `page ${id}`,
    group: 'shell.onPage',
    title,
    words,
    icon: icon ?? <IconBolt aria-hidden />,
    ...(keyHint !== undefined && { keyHint }),
    ...(further && { further }),
    run,
  }))
}
