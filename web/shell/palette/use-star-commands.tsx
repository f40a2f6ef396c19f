import { useNavigate } from '@tanstack/react-router'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useStars } from '#web/data/use-stars.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Command } from './command.ts'

/** What was typed finds a starred record as it finds any. */
const most = 5

/** The records that the person starred last. */
export function useStarCommands(): readonly Command[] {
  const { label } = useMessages()
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const { stars } = useStars()
  return stars.slice(0, most).flatMap(({ object: name, id, title }): Command[] => {
    const object = catalogue.find(name)
    if (object === undefined) return []
    return [
      {
        id: `star ${id}`,
        group: 'shell.starred',
        title,
        words: '',
        icon: <ObjectIcon name={object.icon} />,
        hint: label(object.label),
        run: () => void navigate({ to: '/o/$object/$id', params: { object: name, id } }),
      },
    ]
  })
}
