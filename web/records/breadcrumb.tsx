import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './breadcrumb.module.css'

interface BreadcrumbProps {
  readonly object: CatalogueObject
  /** The search of the list that one came from. */
  readonly search?: Readonly<Record<string, string>>
}

/** The way back to the list as it was; on a phone an arrow. */
export function Breadcrumb({ object, search = {} }: BreadcrumbProps) {
  const { label } = useMessages()
  const phone = usePhone()
  const name = label(object.pluralLabel ?? object.label)
  return (
    <>
      <Link
        to="/o/$object"
        params={{ object: object.name }}
        search={search}
        className={classes.up ?? ''}
        aria-label={name}
      >
        {phone ? <IconChevronLeft size={20} aria-hidden /> : name}
      </Link>
      {!phone && <IconChevronRight size={14} aria-hidden className={classes.mark} />}
    </>
  )
}
