import { Tooltip } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Fragment, memo, useId } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { usePins } from '#web/data/use-pins.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './navigation-group.module.css'
import type { NavigationGroup as Group } from './navigation-groups.ts'
import item from './navigation-line.module.css'
import { NavigationLine } from './navigation-line.tsx'
import { NavigationPools } from './navigation-pools.tsx'
import { useOwnPools } from './use-own-pools.ts'

interface NavigationGroupProps {
  readonly group: Group
  readonly rail: boolean
  /** As the person left it; undefined where never touched. */
  readonly opened: boolean | undefined
  readonly onOpen: (open: boolean) => void
}

/** One app's objects under its name; a click on the name closes and opens the group. */
export function NavigationGroup({ group, rail, opened, onOpen }: NavigationGroupProps) {
  const { t } = useMessages()
  const pools = useOwnPools()
  const holdsCurrent = useParams({
    strict: false,
    select: ({ object, pool }) => {
      const current = object ?? pools.find(({ id }) => id === pool)?.object
      return group.objects.some(({ name }) => name === current)
    },
  })
  const listId = useId()
  const shown = opened ?? (!group.quiet || holdsCurrent)
  const name = t(group.title)

  return (
    <div className={classes.group} data-rail={rail || undefined} data-open={shown || undefined}>
      {(!rail || !shown) && (
        <Tooltip label={name} position="right" disabled={!rail}>
          <button
            type="button"
            className={shown ? classes.title : item.item}
            data-rail={rail || undefined}
            aria-label={rail ? name : undefined}
            aria-expanded={shown}
            aria-controls={listId}
            onClick={() => onOpen(!shown)}
          >
            {shown ? name : <NavigationLine icon={<group.icon aria-hidden />} name={name} rail={rail} />}
            {!rail && <IconChevronRight className={classes.chevron} aria-hidden />}
          </button>
        </Tooltip>
      )}
      <ul id={listId} hidden={!shown}>
        {group.objects.map((object) => (
          <Fragment key={object.name}>
            <li>
              <ObjectLink object={object} rail={rail} />
            </li>
            <NavigationPools object={object.name} rail={rail} />
          </Fragment>
        ))}
      </ul>
    </div>
  )
}

/** Follows no more of the address than it shows: there are many, and each navigation would draw them all. */
const ObjectLink = memo(function ObjectLink({ object, rail }: { object: CatalogueObject; rail: boolean }) {
  const { label } = useMessages()
  const { isPinned } = usePins()
  const view = useSearch({ strict: false, select: (search) => search.view })
  const name = label(object.pluralLabel ?? object.label)
  // Where a pinned view is shown, its own line says so.
  const elsewhere = view !== undefined && isPinned(view)
  return (
    <Tooltip label={name} position="right" disabled={!rail}>
      <Link
        to="/o/$object"
        params={{ object: object.name }}
        className={item.item}
        data-rail={rail || undefined}
        activeOptions={{ includeSearch: elsewhere, exact: elsewhere }}
        aria-label={rail ? name : undefined}
      >
        <NavigationLine icon={<ObjectIcon name={object.icon} />} name={name} rail={rail} />
      </Link>
    </Tooltip>
  )
})
