import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './breadcrumb.module.css'
import type { ViewAddress } from './views/view-address.ts'

interface BreadcrumbProps {
  readonly object: CatalogueObject
  /** The address of the list that one came from. */
  readonly search?: ViewAddress
  /** Name of the view that one came from. */
  readonly view?: string | undefined
  /** Whether nothing follows it. */
  readonly alone?: boolean
}

/** The way back to the list as it was; on a phone an arrow. */
export function Breadcrumb({ object, search = {}, view, alone = false }: BreadcrumbProps) {
  const { label } = useMessages()
  const phone = usePhone()
  const name = label(object.pluralLabel ?? object.label)
  const mark = !phone && <IconChevronRight size={14} aria-hidden className={classes.mark} />
  return (
    <>
      <Link
        to="/o/$object"
        params={{ object: object.name }}
        {...(view === undefined || phone ? { search, state: { asLeft: true } } : { search: {} })}
        className={classes.up ?? ''}
        aria-label={name}
      >
        {phone ? <IconChevronLeft size={20} aria-hidden /> : name}
      </Link>
      {(view !== undefined || !alone) && mark}
      {!phone && view !== undefined && (
        <>
          <Link
            to="/o/$object"
            params={{ object: object.name }}
            search={search}
            state={{ asLeft: true }}
            className={classes.up ?? ''}
            title={view}
          >
            {view}
          </Link>
          {!alone && mark}
        </>
      )}
    </>
  )
}
