import { useNavigate } from '@tanstack/react-router'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useSession } from '#web/data/use-session.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { recentRecords } from '../recents.ts'
import type { Command } from './command.ts'

/** The records opened last. */
export function useRecentCommands(): readonly Command[] {
  const { label } = useMessages()
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const { workspace } = useSession()
  return recentRecords(workspace.id)
    .slice(0, 5)
    .flatMap(({ object: name, id, title }): Command[] => {
      const object = catalogue.find(name)
      if (object === undefined) return []
      return [
        {
          id: `recent ${id}`,
          group: 'shell.recent',
          title,
          words: '',
          icon: <ObjectIcon name={object.icon} />,
          hint: label(object.label),
          run: () => void navigate({ to: '/o/$object/$id', params: { object: name, id } }),
        },
      ]
    })
}
