import { Tooltip } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './navigation-group.module.css'
import type { NavigationGroup as Group } from './navigation-groups.ts'

interface NavigationGroupProps {
  readonly group: Group
  readonly folded: boolean
  readonly titled: boolean
}

/** One app's objects under its name; a click on the name closes and opens the group. */
export function NavigationGroup({ group, folded, titled }: NavigationGroupProps) {
  const { t } = useMessages()
  const { object: current } = useParams({ strict: false })
  const holdsCurrent = group.objects.some(({ name }) => name === current)
  const [opened, setOpened] = useState<boolean>()
  const listId = useId()
  const shown = opened ?? (!group.quiet || holdsCurrent)

  if (folded && group.quiet) return null
  return (
    <div className={classes.group} data-folded={folded || undefined}>
      {titled && !folded && (
        <button
          type="button"
          className={classes.title}
          aria-expanded={shown}
          aria-controls={listId}
          onClick={() => setOpened(!shown)}
        >
          {t(group.title)}
          <IconChevronRight aria-hidden />
        </button>
      )}
      <ul id={listId} hidden={!folded && !shown}>
        {group.objects.map((object) => (
          <li key={object.name}>
            <ObjectLink object={object} folded={folded} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function ObjectLink({ object, folded }: { object: CatalogueObject; folded: boolean }) {
  const { label } = useMessages()
  const name = label(object.pluralLabel ?? object.label)
  return (
    <Tooltip label={name} position="right" disabled={!folded}>
      <Link
        to="/o/$object"
        params={{ object: object.name }}
        className={classes.item}
        activeOptions={{ includeSearch: false }}
        aria-label={folded ? name : undefined}
      >
        <ObjectIcon name={object.icon} />
        {!folded && <span>{name}</span>}
      </Link>
    </Tooltip>
  )
}
